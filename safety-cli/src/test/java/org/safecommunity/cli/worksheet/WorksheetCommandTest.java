package org.safecommunity.cli.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.cli.CliRun;

class WorksheetCommandTest {
    private static final String EXAMPLES = "../examples/worksheets/";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("sheet.csv"), content).toString();
    }

    private static CliRun example(String kind, String... more) {
        Object[] arguments = new Object[6 + more.length];
        Object[] first = {"risk", "worksheet", kind, EXAMPLES + kind + ".csv", "--format", "json"};
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return CliRun.of(arguments);
    }

    @Test
    void a_row_is_scored_by_its_scheme_and_the_colours_are_counted() {
        CliRun run = example("jha");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode row = run.result(0);
        assertThat(row.get("statistic").asText()).isEqualTo("score");
        assertThat(row.get("value").asInt()).isEqualTo(90);
        assertThat(row.at("/details/colour").asText()).isEqualTo("yellow");
        assertThat(row.at("/details/controls").asText()).contains("rubber feet", "; ");
        assertThat(row.at("/item/step").asText()).contains("ladder");
        assertThat(row.toString()).doesNotContain("section head");
        JsonNode yellow = run.result(5);
        assertThat(yellow.at("/item/colour").asText()).isEqualTo("yellow");
        assertThat(yellow.get("value").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"scl,20,red", "pha,90,yellow", "what-if,8,blue"})
    void every_kind_reads_its_example(String kind, int score, String colour) {
        CliRun run = example(kind);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.result(0).get("value").asInt()).isEqualTo(score);
        assertThat(run.result(0).at("/details/colour").asText()).isEqualTo(colour);
    }

    @Test
    void a_bow_tie_gets_its_frequencies() {
        CliRun run = example("bow-tie", "--explain");
        JsonNode top = run.result(6);
        assertThat(top.get("statistic").asText()).isEqualTo("top-event-frequency");
        assertThat(top.get("value").asDouble()).isCloseTo(0.01, within(1e-12));
        assertThat(top.get("derivation")).isNotEmpty();
        JsonNode bad = run.result(7);
        assertThat(bad.get("value").asDouble()).isCloseTo(0.003, within(1e-12));
        assertThat(bad.at("/details/mitigated").asDouble()).isCloseTo(0.007, within(1e-12));
        assertThat(run.result(3).get("value").asInt()).isEqualTo(240);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jha", "scl", "pha", "what-if", "bow-tie"})
    void the_template_can_be_read_back(String kind) throws IOException {
        for (String language : new String[] {"en", "zh"}) {
            CliRun template = CliRun.of("risk", "worksheet", kind, "--template", "--scheme", "MES", "--lang", language);
            assertThat(template.exitCode()).isZero();
            CliRun run = CliRun.of("risk", "worksheet", kind, file(template.out()), "--strict", "--format", "json");
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.result(0).at("/details/scheme").asText()).isEqualTo("MES");
        }
    }

    @Test
    void consequence_columns_count_by_their_highest() throws IOException {
        String text = "question,consequence,l,s.people,s.law\nq,c,3,2,4\nq,c,3,2,\n";
        CliRun run = CliRun.of("risk", "worksheet", "what-if", file(text), "--format", "json");
        assertThat(run.result(0).get("value").asInt()).isEqualTo(12);
        assertThat(run.result(1).get("value").asInt()).isEqualTo(6);
    }

    @Test
    void headings_may_be_chinese() throws IOException {
        CliRun run = CliRun.of(
                "risk", "worksheet", "jha", file("作业活动,作业步骤,危害或潜在事件,l,e,c\n换灯,登梯,滑移,1,6,15\n"), "--format", "json");
        assertThat(run.result(0).get("value").asInt()).isEqualTo(90);
    }

    @Test
    void lists_worksheets_and_columns_with_provenance() {
        CliRun run = CliRun.of("risk", "worksheet", "--list", "--format", "json");
        assertThat(run.json().get("results")).hasSize(5);
        CliRun columns = CliRun.chinese("risk", "worksheet", "jha", "--list", "--format", "json");
        assertThat(columns.result(0).at("/details/provenance").asText()).isEqualTo("found: JHA-FORM");
        assertThat(columns.result(0).at("/details/label").asText()).isEqualTo("风险点");
    }

    @Nested
    class Rejects {
        @Test
        void rows_that_cannot_be_rated_are_located_and_the_others_stay() throws IOException {
            String text = "job,step,hazard,l,e,c\na,b,c,1,2,\na,,c,10,10,100\na,b,d,10,10,100\na,b,e,,,\n";
            CliRun run = CliRun.of("risk", "worksheet", "jha", file(text), "--format", "json");
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).contains(":2:c: must be one of 100, 40, 15", ":3:step: a value is needed");
            assertThat(run.err()).contains(":4:proposed_engineering: a red risk has no proposed control");
            assertThat(run.err()).contains(":5:l: has no rating by LEC", "4 rows read, 2 used, 2 refused");
            assertThat(run.result(1).get("value").isNull()).isTrue();
            assertThat(run.result(1).get("status").asText()).isEqualTo("empty-domain");
            assertThat(CliRun.of("risk", "worksheet", "jha", file(text), "--strict")
                            .exitCode())
                    .isEqualTo(1);
        }

        @Test
        void numbers_and_links_of_a_bow_tie() throws IOException {
            String text = """
                    bow_tie,element,kind,of,text,frequency,failure_probability
                    B,T1,threat,,x,-1,
                    B,P1,preventive-barrier,T9,y,,1.5
                    B,P2,preventive-barrier,T9,y,,.5
                    B,P2,wall,T9,y,,""";
            CliRun run = CliRun.of("risk", "worksheet", "bow-tie", file(text), "--format", "json");
            assertThat(run.err())
                    .contains(
                            ":2:frequency: must be a number of 0 or more",
                            ":3:failure_probability: must be from 0 to 1",
                            ":4:of: must name a threat",
                            ":5:element: the id was used",
                            ":5:kind: must be one of threat");
            assertThat(run.result(1).get("value").isNull()).isTrue();
        }

        @Test
        void wrong_usage() {
            CliRun kind = CliRun.of("risk", "worksheet", "hazop", "x.csv");
            assertThat(kind.exitCode()).isEqualTo(2);
            assertThat(kind.err()).contains("KIND must be one of jha, scl, pha, what-if, bow-tie");
            CliRun none = CliRun.of("risk", "worksheet", "jha");
            assertThat(none.exitCode()).isEqualTo(2);
            assertThat(none.err()).contains("FILE must be given");
            CliRun scheme = CliRun.of("risk", "worksheet", "jha", EXAMPLES + "jha.csv", "--scheme", "nope");
            assertThat(scheme.exitCode()).isEqualTo(2);
            assertThat(CliRun.of("risk", "worksheet", "jha", "missing.csv").exitCode())
                    .isEqualTo(3);
        }

        @Test
        void a_file_without_usable_row() throws IOException {
            CliRun run = CliRun.of("risk", "worksheet", "jha", file("job,hazard,l\na,b,1\n"));
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("step");
        }
    }
}
