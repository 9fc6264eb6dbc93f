package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.cli.CliRun;

/** {@code --calibrate} on every command that takes a design, with each kind of variance. */
class CalibrationOptionsTest {
    private static final String[] FORM = {
        "id: small",
        "title: {en: Small, zh: 小}",
        "source: {en: test, zh: 测试}",
        "mark: proposal",
        "items:",
        "  - {id: \"yes\", text: {en: One, zh: 一}, options: [{code: \"1\"}, {code: \"0\"}], key: [\"1\"]}",
        "scales:",
        "  - {id: know, title: {en: Know, zh: 知晓}, kind: awareness, items: [\"yes\"]}"
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private CliRun run(String command, String variance, String... more) throws IOException {
        Path file = folder.resolve("mini.csv");
        try (InputStream in = getClass().getResourceAsStream("calibrated-commands.csv")) {
            Files.write(file, Objects.requireNonNull(in).readAllBytes());
        }
        String form = SurveyFiles.file(folder, "form.yaml", FORM);
        List<String> words =
                new ArrayList<>(List.of(command.replace("FORM", form).split(" ")));
        words.add(0, "survey");
        words.add(2, file.toString());
        words.addAll(List.of("--weight", "w", "--cluster", "psu", "--variance", variance, "--format", "json"));
        if (!variance.equals("jk1")) {
            words.addAll(List.of("--strata", "h"));
        }
        words.addAll(List.of(more));
        return CliRun.of(words.toArray());
    }

    private String totals(String... lines) {
        List<String> all = new ArrayList<>(List.of("variable,level,total"));
        all.addAll(List.of(lines));
        return SurveyFiles.file(folder, "totals.csv", all.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "calibrated-commands.reference.csv", useHeadersInDisplayName = true)
    void matches_reference_values(String variance, String command, String statistic, double value, double error)
            throws IOException {
        CliRun run = run(
                command,
                variance,
                "--calibrate",
                totals("dom,A,300", "dom,B,280"),
                "--calibrate-method",
                "poststratify");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode row = null;
        for (JsonNode one : run.json().get("results")) {
            row = row == null && one.get("statistic").asText().equals(statistic) ? one : row;
        }
        JsonNode found = Objects.requireNonNull(row, statistic);
        SurveyFiles.assertNumber(found.get("value"), value);
        SurveyFiles.assertNumber(found.get("standardError"), error);
        assertThat(SurveyFiles.warnings(run)).contains("calibrated");
    }

    @Test
    void the_working_says_that_each_replicate_was_calibrated() throws IOException {
        CliRun run = run("mean --variable y", "jkn", "--calibrate", totals("dom,A,300", "dom,B,280"), "--explain");
        assertThat(run.json().get("results").get(0).get("derivation").toString())
                .contains("jkn-calibrated");
        assertThat(run.json()
                        .get("results")
                        .get(0)
                        .get("inputs")
                        .get("variance")
                        .asText())
                .isEqualTo("jkn-calibrated");
    }

    @Test
    void a_row_that_the_command_refuses_stays_in_the_calibration() throws IOException {
        CliRun run = run("rate --events y --person-time x", "taylor", "--calibrate", totals("dom,A,300", "dom,B,280"));
        assertThat(run.exitCode()).isZero();
        CliRun halves = run("rate --events w --person-time x", "taylor", "--calibrate", totals("dom,A,3", "dom,B,2"));
        assertThat(halves.exitCode()).isZero();
        JsonNode input = halves.json().get("provenance").get("inputs").get(0);
        assertThat(input.get("used").asInt() + input.get("refused").asInt()).isEqualTo(24);
    }

    @Nested
    class Rejects {
        @Test
        void a_replicate_that_cannot_be_calibrated_by_name_in_both_languages() throws IOException {
            String[] levels = {
                "psu,11,70", "psu,12,30", "psu,13,31", "psu,21,60", "psu,22,80", "psu,31,90", "psu,32,110", "psu,33,160"
            };
            CliRun run = run("mean --variable y", "jkn", "--calibrate", totals(levels));
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .contains("replicate 1 cannot be calibrated: nobody in the sample is in psu 11, whose total is 70")
                    .contains("--variance taylor");
            CliRun chinese = run("mean --variable y", "jkn", "--calibrate", totals(levels), "--lang", "zh");
            assertThat(chinese.err()).contains("第 1 个重复样本无法校准").contains("psu 11");
        }

        @Test
        void bounds_that_a_replicate_cannot_keep() throws IOException {
            CliRun run = run(
                    "mean --variable y",
                    "jkn",
                    "--calibrate",
                    totals("dom,A,300", "dom,B,280", "x,,1800"),
                    "--calibrate-method",
                    "logit",
                    "--calibrate-bounds",
                    "0.9,1.3");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).containsPattern("replicate \\d cannot be calibrated: the rounds stop");
        }
    }
}
