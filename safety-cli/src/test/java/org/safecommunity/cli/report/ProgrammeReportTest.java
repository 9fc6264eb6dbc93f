package org.safecommunity.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.cli.workspace.Fixture;
import org.safecommunity.model.register.ColumnType;
import org.safecommunity.model.register.RegisterCatalogue;
import org.safecommunity.model.register.RegisterColumn;
import org.safecommunity.model.register.RegisterKind;
import org.safecommunity.model.register.RegisterSchema;

class ProgrammeReportTest {
    private static final String SECRET = "张三十三号";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** All registers with their examples, every cell of free text replaced. */
    private Fixture withRegisters() {
        Fixture fixture = Fixture.valid(folder);
        for (RegisterKind kind : RegisterCatalogue.bundled().registers()) {
            List<String> lines = new ArrayList<>();
            List<RegisterColumn> columns = kind.columns();
            lines.add(
                    String.join(",", columns.stream().map(RegisterColumn::name).toList()));
            RegisterSchema.examples(kind, Locale.ENGLISH)
                    .forEach(row -> lines.add(String.join(
                            ",",
                            columns.stream()
                                    .map(c -> c.type() == ColumnType.TEXT && row.containsKey(c.name())
                                            ? SECRET
                                            : row.getOrDefault(c.name(), ""))
                                    .toList())));
            fixture.file(kind.file(), String.join("\n", lines) + "\n");
        }
        return fixture;
    }

    private static JsonNode rows(JsonNode report, String table) {
        for (JsonNode section : report.get("sections")) {
            for (JsonNode found : section.get("tables")) {
                if (found.get("id").asText().equals(table)) {
                    return found.get("results");
                }
            }
        }
        throw new AssertionError(table);
    }

    private static List<String> sections(JsonNode report) {
        List<String> ids = new ArrayList<>();
        report.get("sections").forEach(section -> ids.add(section.get("id").asText()));
        return ids;
    }

    @Test
    void a_workspace_with_registers_has_their_sections_and_one_without_has_none() {
        assertThat(sections(Fixture.valid(folder).report().json())).doesNotContain("goals", "assessment");
        assertThat(sections(withRegisters().report().json()))
                .containsSubsequence("goals", "chain", "emergency", "participation", "registers")
                .doesNotContain("assessment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void free_text_of_registers_never_stands_in_a_report(String language) throws Exception {
        withRegisters();
        Path html = folder.resolve("out.html");
        Fixture.run(
                "report", folder.toString(), "--lang", language, "--date", Fixture.DAY, "--output", html.toString());
        assertThat(Files.readString(html)).contains("goals-progress").doesNotContain(SECRET);
        assertThat(Fixture.run("report", folder.toString(), "--lang", language, "--format", "json")
                        .out())
                .doesNotContain(SECRET);
    }

    @Test
    void a_goal_stands_with_its_progress() {
        Fixture fixture = withRegisters();
        fixture.file("goals.csv", """
                id,kind,key_factor,goal,basis,unit,base,base_date,target,direction,deadline,measured,measured_on
                G1,control,K1,a,b,c,2000,2024-01-01,1000,lower,2026-01-01,1700,2025-01-01
                """);
        JsonNode goal = rows(fixture.report().json(), "goals-progress").get(0);

        assertThat(goal.get("item").get("goal").asText()).isEqualTo("G1");
        assertThat(goal.get("value").asDouble()).isEqualTo(1700);
        assertThat(goal.get("details").get("done").asDouble()).isEqualTo(0.3);
        assertThat(goal.get("details").get("expected").asDouble()).isEqualTo(1499.3);
        assertThat(goal.get("details").get("status").asText()).isEqualTo("behind");
    }

    @Test
    void the_chain_says_where_it_ends() {
        Fixture fixture = withRegisters();
        assertThat(rows(fixture.report().json(), "chain-factors")
                        .get(0)
                        .get("value")
                        .asText())
                .isEqualTo("closed");
        fixture.file("reviews.csv", "id,date,aspects,goals,projects,result,decision\n");
        assertThat(rows(fixture.report().json(), "chain-factors")
                        .get(0)
                        .get("value")
                        .asText())
                .isEqualTo("no-review");
        fixture.file("goals.csv", "id,kind,goal,basis,unit,base,base_date,target,direction,deadline\n");
        assertThat(rows(fixture.report().json(), "chain-factors")
                        .get(0)
                        .get("value")
                        .asText())
                .isEqualTo("no-goal");
    }

    @Test
    void numbers_below_the_publication_threshold_are_withheld_and_what_would_give_them_away() {
        Fixture fixture = withRegisters();
        fixture.more("publication:\n  suppress-below: 5\n");
        fixture.file("goals.csv", """
                id,kind,key_factor,goal,basis,unit,base,base_date,target,direction,deadline,measured,measured_on
                G1,control,K1,a,b,c,20,2024-01-01,10,lower,2026-01-01,4,2025-01-01
                """);
        JsonNode goal = rows(fixture.report().json(), "goals-progress").get(0);

        assertThat(goal.get("value").isNull()).isTrue();
        assertThat(goal.get("details").path("done").isNull()).isTrue();
        assertThat(goal.get("details").get("base").asDouble()).isEqualTo(20);
    }

    @Test
    void an_assessment_shows_total_decision_and_where_points_are_to_be_won() {
        StringBuilder grades = new StringBuilder("indicator,presence,trace,effect\n");
        for (int i = 1; i <= 50; i++) {
            grades.append(String.format(Locale.ROOT, "I%02d,a,a,%s\n", i, i == 7 ? "c" : i < 20 ? "b" : "a"));
        }
        Fixture fixture = Fixture.valid(folder).file("assessment.csv", grades.toString());
        JsonNode report = fixture.report().json();

        JsonNode plan = rows(report, "assessment-plan");
        assertThat(plan).hasSize(10);
        assertThat(plan.get(0).get("item").get("indicator").asText()).isEqualTo("I07");
        assertThat(plan.get(0).get("value").asDouble()).isEqualTo(0.84);
        assertThat(rows(report, "assessment-elements")).hasSize(12);
        assertThat(report.toString()).contains("The assessment gives 142.68 of 150 points: pass.");
    }

    @Test
    void every_register_has_its_state() {
        Fixture fixture = withRegisters();
        folder.resolve("channels.csv").toFile().delete();
        folder.resolve("awards.csv").toFile().delete();
        JsonNode rows = rows(fixture.report().json(), "registers-state");
        List<String> states = new ArrayList<>();
        rows.forEach(row -> states.add(row.get("item").get("register").asText() + " "
                + row.get("details").get("state").asText()));
        assertThat(states)
                .hasSize(RegisterCatalogue.bundled().registers().size())
                .contains("goals current", "channels missing", "awards optional");
    }
}
