package org.safecommunity.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class RowFilterTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path file() {
        return TextFile.of(
                folder,
                "f.csv",
                "n,t,age,所在 街道,note \"x\"",
                "1,9,5,城东,a",
                "2,9,10,城西,\"=5\"",
                "4,9,,城东,",
                "8,9,unknown,城南,b",
                "16,9,5.0,城东,A",
                "32,9,-1,城北,5");
    }

    private CliRun run(Object... where) {
        List<Object> arguments = new ArrayList<>(
                List.of("rates", "crude", file(), "--events", "n", "--person-time", "t", "--format", "json"));
        for (Object condition : where) {
            arguments.addAll(List.of("--where", condition));
        }
        return CliRun.of(arguments.toArray());
    }

    /** Events are powers of two, so their sum tells which rows were selected. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            age = 5                     | 17 | 0
            age=5                       | 17 | 0
            age != 5                    | 46 | 0
            age < 5                     | 32 | 2
            age <= 5                    | 49 | 2
            age > 5                     | 2  | 2
            age >= 5                    | 19 | 2
            age > -2                    | 51 | 2
            age = "5"                   | 1  | 0
            age < "5"                   | 38 | 0
            age = ""                    | 4  | 0
            age != ""                   | 59 | 0
            age = unknown               | 8  | 0
            "所在 街道" = 城东           | 21 | 0
            所在 街道 = 城东             | 21 | 0
            "所在 街道" != "城东"        | 42 | 0
            "note ""x\""" = a           | 1  | 0
            "note ""x\""" = "=5"         | 2  | 0
            n>=16                       | 48 | 0
            """)
    void selects_rows(String condition, long events, int warned) {
        CliRun run = run(condition);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.result(0).at("/inputs/events").asLong()).isEqualTo(events);
        long used = Long.bitCount(events);
        assertThat(run.json().at("/provenance/inputs/0/used").asLong()).isEqualTo(used);
        assertThat(run.json().at("/provenance/inputs/0/filtered").asLong()).isEqualTo(6 - used);
        assertThat(run.json().get("warnings")).hasSize(warned == 0 ? 0 : 1);
        if (warned > 0) {
            assertThat(run.err())
                    .isEqualTo("warning: " + warned
                            + " cells compared with a number by --where are no numbers; those rows are left out\n");
        }
    }

    @Test
    void all_conditions_must_hold() {
        assertThat(run("age = 5", "n > 1").result(0).at("/inputs/events").asLong())
                .isEqualTo(16);
        assertThat(run("age = 5", "n > 1")
                        .json()
                        .at("/provenance/options/where")
                        .toString())
                .isEqualTo("[\"age = 5\",\"n > 1\"]");
    }

    @Test
    void rows_left_out_are_not_checked() {
        CliRun run = run("n != 8", "age != unknown");
        assertThat(run.json().at("/provenance/inputs/0/refused").asLong()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"age", "age ~ 5", "> 5", "", "= 5", "\"age = 5"})
    void rejects_what_is_no_condition(String condition) {
        CliRun run = run(condition);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("safety: cannot read the condition " + condition + "\n"
                        + "  Write a column, one of = != < <= > >=, and a value, in quotes for the shell: "
                        + "--where 'age < 5'\n");
    }

    @Test
    void rejects_an_unknown_column_with_near_names() {
        CliRun run = run("agee = 5");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("f.csv has no column agee\n  Did you mean age?");
    }
}
