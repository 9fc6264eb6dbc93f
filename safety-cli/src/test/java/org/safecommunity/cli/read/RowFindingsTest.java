package org.safecommunity.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class RowFindingsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void the_first_few_of_each_kind_are_shown_and_the_others_counted() {
        Path file = TextFile.of(folder, "f.csv", ("n,t\n5,10\n" + "x,10\n".repeat(250) + "5\n5\n").split("\n"));
        CliRun run = CliRun.of("rates", "crude", file, "--events", "n", "--person-time", "t", "--format", "json");
        assertThat(run.json().get("warnings").findValuesAsText("code"))
                .containsExactly(
                        "not-a-count",
                        "not-a-count",
                        "not-a-count",
                        "not-a-count",
                        "not-a-count",
                        "column-count",
                        "column-count",
                        "not-a-count");
        assertThat(run.err())
                .contains("warning: 245 more findings of the kind not-a-count in " + file + "\n")
                .endsWith(file + ": 253 rows read, 1 used, 252 refused\n");
    }

    @Test
    void a_row_with_two_faults_is_refused_once() {
        Path file = TextFile.of(folder, "f.csv", "n,t", "x,y", "5,10");
        CliRun run = CliRun.of("rates", "crude", file, "--events", "n", "--person-time", "t", "--format", "json");
        assertThat(run.json().at("/provenance/inputs/0/refused").asLong()).isEqualTo(1);
        assertThat(run.json().get("warnings")).hasSize(2);
    }

    @Test
    void beyond_the_limit_findings_are_counted_and_not_kept() {
        RowFindings findings = new RowFindings("f.csv");
        for (int line = 2; line < 1002; line++) {
            findings.countRow();
            findings.refuse("missing-value", line, "n");
        }
        assertThat(findings.findings()).hasSize(100);
        assertThat(findings.counts()).containsEntry("missing-value", 1000L);
        assertThat(findings.notKept(Locale.ENGLISH).get(0).message())
                .isEqualTo("900 more findings of the kind missing-value in f.csv");
        assertThat(findings.rows()).isEqualTo(1000);
        assertThat(findings.used()).isZero();
    }
}
