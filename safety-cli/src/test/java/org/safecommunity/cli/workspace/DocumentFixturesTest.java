package org.safecommunity.cli.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.cli.CliRun;

/** A valid and several invalid documents of each kind that is no register, with what is said about them. */
class DocumentFixturesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "population.yaml|- {year: 2024, sex: male, age_group: 0-4, persons: 10}|1 used, 0 refused",
                "population.yaml|- {year: 2024, sex: x, age_group: 0-4, persons: 10}|population.yaml:1:sex unknown-sex",
                "population.yaml|- {year: 2024, sex: male, age_group: 9-4, persons: 10}|population.yaml:1",
                "population.yaml|- {year: 2024, sex: male, age_group: 0-4, persons: -1}|not-a-count",
                "population.json|[{\"year\":2024,\"sex\":\"male\",\"age_group\":\"0-4\",\"persons\":\"ten\"}]|not-a-count",
                "injuries.yaml|- {record_id: R1, sex: female, age: 71, date: 2024-02-11, cause: 3}|1 used, 0 refused",
                "injuries.yaml|- {record_id: R1, sex: female, age: old, date: 2024-02-11, cause: 3}|injuries.yaml:1:age not-an-age",
                "injuries.yaml|- {record_id: R1, sex: female, age: 71, date: 2024-02-30, cause: 3}|injuries.yaml:1:date not-a-date",
                "injuries.yaml|- {record_id: R1, sex: female, age: 71, date: 2024-02-11, cause: 99}|injuries.yaml:1:cause unknown-code",
                "accidents.yaml|- {record_id: A, domain: fire, date: 2024-03, deaths: 0, serious_injuries: 0, minor_injuries: 1, direct_loss_10k_yuan: 0.5}|1 used, 0 refused",
                "accidents.yaml|- {record_id: A, domain: air, date: 2024-03, deaths: 0, serious_injuries: 0, minor_injuries: 1, direct_loss_10k_yuan: 0.5}|accidents.yaml:1:domain unknown-domain",
                "accidents.yaml|- {record_id: A, domain: fire, date: 2024-03, deaths: 1.5, serious_injuries: 0, minor_injuries: 1, direct_loss_10k_yuan: 1}|accidents.yaml:1:deaths not-a-count",
                "accidents.yaml|- {record_id: A, domain: fire, date: 2024-03, deaths: 1, serious_injuries: 0, minor_injuries: 1, direct_loss_10k_yuan: much}|not-an-amount",
                "accidents.yaml|- {record_id: A, domain: production, date: 2024-03-01, deaths: 0, serious_injuries: 0, minor_injuries: 1, direct_loss_10k_yuan: 1, category: '010'}|1 used, 0 refused",
                "accidents.yaml|- {record_id: A, domain: production, date: 2024-03-01, deaths: 0, serious_injuries: 0, minor_injuries: 1, direct_loss_10k_yuan: 1, category: 触电}|1 used, 0 refused",
                "accidents.yaml|- {record_id: A, domain: production, date: 2026-07-01, deaths: 0, serious_injuries: 0, minor_injuries: 1, direct_loss_10k_yuan: 1, category: 27}|1 used, 0 refused",
                "accidents.yaml|- {record_id: A, domain: production, date: 2026-06-30, deaths: 0, serious_injuries: 0, minor_injuries: 1, direct_loss_10k_yuan: 1, category: 27}|category unknown-accident-category is no category of GB 6441-1986",
                "accidents.yaml|- {record_id: A, domain: production, date: 2026-07-01, deaths: 0, serious_injuries: 0, minor_injuries: 1, direct_loss_10k_yuan: 1, category: 冒顶片帮}|is no category of GB 6441-2025",
                "accidents.yaml|- {record_id: A, domain: production, date: 2024-03-01, deaths: 0, serious_injuries: 0, minor_injuries: 1, direct_loss_10k_yuan: 1, category: 高处坠}|e.g.: 高处坠落",
                "accidents.yaml|- {record_id: A, domain: production, date: 1986-03-01, deaths: 0, serious_injuries: 0, minor_injuries: 1, direct_loss_10k_yuan: 1, category: 1}|no-category-edition",
                "accidents.yaml|- {record_id: A, domain: production, date: 2024-03-01, deaths: 1, serious_injuries: 0, minor_injuries: 1, direct_loss_10k_yuan: 1, death_dates: 2024-03-31}|1 used, 0 refused",
                "accidents.yaml|- {record_id: A, domain: production, date: 2024-03-01, deaths: 1, serious_injuries: 0, minor_injuries: 1, direct_loss_10k_yuan: 1, death_dates: 2024-04-01}|deaths-differ 1 deaths are entered, but 0 of the days of death lie within the counting period (30 days)",
                "accidents.yaml|- {record_id: A, domain: production, date: 2024-03-01, deaths: 1, serious_injuries: 0, minor_injuries: 1, direct_loss_10k_yuan: 1, death_dates: 2024-02-28}|death-before-accident",
                "accidents.yaml|- {record_id: A, domain: production, date: 2024-03-01, deaths: 1, serious_injuries: 0, minor_injuries: 1, direct_loss_10k_yuan: 1, death_dates: March}|death_dates not-a-date",
                "elements.yaml|- {element: 4.1, state: met}|1 used, 0 refused",
                "elements.yaml|- {element: 4.13, state: met}|elements.yaml:1:element unknown-element",
                "elements.yaml|- {element: 4.1, state: good}|elements.yaml:1:state unknown-state",
                "risks.yaml|- {risk_id: K, place: p, hazard: h, scheme: LEC, l: 3, e: 6, c: 15}|1 used, 0 refused",
                "risks.yaml|- {risk_id: K, place: p, hazard: h, scheme: LEX, l: 3, e: 6, c: 15}|risks.yaml:1:scheme unknown-scheme",
                "risks.yaml|- {risk_id: K, place: p, hazard: h, scheme: LEC, l: 4, e: 6, c: 15}|risks.yaml:1:l not-on-scale"
            })
    void tables(String name, String text, String message) throws IOException {
        CliRun run = CliRun.of("check", file(name, text));
        assertThat(run.out() + run.err()).contains(message);
        assertThat(run.exitCode()).isEqualTo(message.contains("used") ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "catalogue|{id: X, version: '1', title: x, note: x, provenance: {status: derived}, total: 3, indicators: [{id: I01, title: a, requirements: [4.1.0], max: 3, provenance: {status: derived}}]}|-",
                "catalogue|{id: X, version: '1', title: x, note: x, provenance: {status: derived}, total: 7, indicators: [{id: I01, title: a, requirements: [4.1.0], max: 3, provenance: {status: derived}}, {id: I01, title: b, requirements: [9.9], max: 3, provenance: {status: derived}}]}|total must be the sum of the points, 6, was 7;indicators[1].id: id must be unique;must be a requirement or element of AQ/T 9001-2006, was 9.9;faults: 3",
                "catalogue|{id: X, version: '1', title: x, note: x, provenance: {status: herd}, indicators: []}|must be one of found, recalled, derived;faults: ",
                "catalogue|{id: X, version: '1', titel: x, note: x, provenance: {status: derived}, indicators: []}|titel: is not a known key;title must be given;faults: ",
                "scheme|{id: X, version: '1', title: x, note: x, catalogue: AQT-50, provenance: {status: derived}, parameters: [{id: validity-years, value: 3, provenance: {status: derived}}, {id: validity-years, value: 5, provenance: {status: derived}}]}|parameters[1].id: id must be unique",
                "scheme|{id: X, version: '1', title: x, note: x, catalogue: AQT-50, provenance: {status: derived}, parameters: [{id: validity, value: 3, provenance: {status: derived}}]}|must be one of min-operating-months",
                "scheme|{id: X, version: '1', title: x, note: x, catalogue: AQT-50, provenance: {status: found}}|sources must name a document for a found fact"
            })
    void catalogues_and_schemes_with_every_fault(String option, String text, String messages) throws IOException {
        Path grades = file("grades.csv", "indicator,presence,trace,effect\nI01,a,a,a\n");
        CliRun run = CliRun.of("assess", "score", grades, "--" + option, file(option + ".yaml", text));
        if (messages.equals("-")) {
            assertThat(run.out()).contains("3");
            assertThat(run.exitCode()).isIn(0, 1);
            return;
        }
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains(messages.split(";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "community: {name: x, type: urban, synthetic: true}|0|No findings",
                "community: {type: urban}|1|community.name",
                "community: {name: x, type: citty}|3|community.type must be one of urban, rural",
                "community: {name: x, type: urban, startd: 2021-01-01}|1|unknown-key",
                "community: {name: x, type: urban, started: 2021-13-01}|3|must be a day that exists",
                "community: {name: x, type: urban}#population: {kind: resident}|1|population.date"
            })
    void descriptions_of_a_workspace(String text, int exitCode, String message) throws IOException {
        file("community.yaml", text.replace("#", "\n"));
        CliRun run = CliRun.of("check", folder);
        assertThat(run.out() + run.err()).contains(message);
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "indicators: [{id: I01, presence: a, trace: a, effect: a}]|I01|1",
                "indicators: [{id: I99, presence: a, trace: a, effect: a}]|indicators[0].id: is no indicator of AQT-50|3",
                "indicators: [{id: I01, presence: e, trace: a, effect: a}]|indicators[0].presence|3",
                "indicators: {I01: a}|another kind of value is expected here|3",
                "date: 2024-13-01|must be a day that exists|3"
            })
    void assessments(String text, String message, int exitCode) throws IOException {
        CliRun run = CliRun.of("assess", "score", file("assessment.yaml", text));
        assertThat(run.out() + run.err()).containsIgnoringCase(message);
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }
}
