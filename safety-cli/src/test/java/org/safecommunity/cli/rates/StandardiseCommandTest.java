package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class StandardiseCommandTest {
    private static final String[] TWO_GROUPS = {
        "g,a,n,t,w",
        "x,0-14,3,1000,20",
        "x,15-64,5,3000,60",
        "x,65+,9,800,20",
        "y,65+,4,500,20",
        "y,0-14,3,1000,20",
        "y,15-64,5,2000,60"
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private CliRun run(String[] lines, Object... more) {
        Path file = TextFile.of(folder, "f.csv", lines);
        List<Object> arguments = new ArrayList<>(List.of(
                "rates",
                "standardise",
                file,
                "--events",
                "n",
                "--person-time",
                "t",
                "--stratum",
                "a",
                "--format",
                "json"));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray());
    }

    @Test
    void weights_of_the_file_are_matched_by_value_and_never_by_order() {
        CliRun run = run(TWO_GROUPS, "--standard-weight", "w", "--by", "g");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results").findValuesAsText("statistic"))
                .containsExactly("standardised-rate", "crude-rate", "standardised-rate", "crude-rate");
        assertThat(run.result(0).get("value").asDouble())
                .isCloseTo((0.2 * 3 / 1000 + 0.6 * 5 / 3000 + 0.2 * 9 / 800) * 1e5, within(1e-9));
        assertThat(run.result(2).get("value").asDouble())
                .isCloseTo((0.2 * 3 / 1000 + 0.6 * 5 / 2000 + 0.2 * 4 / 500) * 1e5, within(1e-9));
    }

    @Test
    void a_standard_is_collapsed_to_the_wider_bands_of_the_file_only_when_asked_and_says_so() {
        CliRun not = run(TWO_GROUPS, "--standard", "WHO_2000_2025", "--by", "g");
        assertThat(not.exitCode()).isEqualTo(3);
        CliRun run = run(TWO_GROUPS, "--standard", "WHO_2000_2025", "--by", "g", "--collapse");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("value").asDouble())
                .isCloseTo((0.261409 * 3 / 1000 + 0.656269 * 5 / 3000 + 0.082322 * 9 / 800) * 1e5, within(1e-9));
        assertThat(run.err())
                .isEqualTo("warning: The age bands of WHO_2000_2025 were put together, as asked: 0-14, 15-64, 65+.\n");
    }

    @Test
    void a_published_standard_by_its_name() {
        CliRun run = CliRun.of(
                "rates",
                "standardise",
                "../examples/riverside/rates.csv",
                "--events",
                "injuries",
                "--person-time",
                "person_years",
                "--stratum",
                "age_group",
                "--standard",
                "CHINA_2020",
                "--by",
                "year",
                "--format",
                "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.json().get("results")).hasSize(6);
        assertThat(run.result(0).at("/details/standard").asText()).isEqualTo("CHINA_2020");
    }

    @Test
    void a_stratum_without_population_leaves_its_group_without_estimate_and_names_the_stratum() {
        CliRun run = run(
                new String[] {"g,a,n,t,w", "x,0-14,3,1000,20", "x,65+,0,0,80", "y,0-14,3,1000,20", "y,65+,4,500,80"},
                "--standard-weight",
                "w",
                "--by",
                "g");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("value").isNull()).isTrue();
        assertThat(run.result(0).get("status").asText()).isEqualTo("no-person-time");
        assertThat(run.result(0).get("warnings").toString()).contains("65+");
        assertThat(run.result(2).get("value").isNull()).isFalse();
    }

    @Test
    void a_stratum_that_the_standard_lacks_does_the_same() {
        CliRun run = run(new String[] {"a,n,t", "0-4,3,1000", "unknown,4,500"}, "--standard", "WHO_2000_2025");
        assertThat(run.exitCode()).isZero();
        assertThat(run.result(0).get("status").asText()).isEqualTo("no-standard-weight");
        assertThat(run.result(0).get("warnings").toString()).contains("unknown");
    }

    @Nested
    class Rejects {
        @Test
        void events_without_person_time_naming_the_stratum() {
            CliRun run = run(
                    new String[] {"g,a,n,t,w", "x,0-14,3,1000,20", "x,65+,1,0,80"},
                    "--standard-weight",
                    "w",
                    "--by",
                    "g");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith("safety: ")
                    .contains("65+")
                    .hasLineCount(2)
                    .doesNotContain("\tat ");
        }

        @Test
        void a_weight_that_is_not_constant_in_a_stratum() {
            CliRun run = run(new String[] {"a,n,t,w", "0-14,3,1000,20", "0-14,1,1000,30"}, "--standard-weight", "w");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err())
                    .isEqualTo("safety: " + folder.resolve("f.csv")
                            + ":3:w: the value must be the same for every row of a group and stratum\n"
                            + "  Correct the column so that each stratum has one value.\n");
        }

        @Test
        void an_unknown_standard_with_near_names() {
            CliRun near = run(TWO_GROUPS, "--standard", "WHO_2001");
            assertThat(near.exitCode()).isEqualTo(2);
            assertThat(near.err())
                    .startsWith("safety: there is no standard population WHO_2001\n  Did you mean WHO_2000");
            CliRun far = run(TWO_GROUPS, "--standard", "Mars");
            assertThat(far.exitCode()).isEqualTo(2);
            assertThat(far.err()).contains("Known ones: WHO_2000_2025,", "CHINA_2020");
        }

        @Test
        void strata_that_have_nothing_in_common_with_the_standard() {
            CliRun run = run(new String[] {"a,n,t", "adult,3,1000"}, "--standard", "WHO_2000_2025");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err())
                    .contains("f.csv has no stratum in common with the standard population WHO_2000_2025\n")
                    .contains("  Its strata are 0-4, 5-9,");
        }

        @Test
        void both_standards_or_none() {
            assertThat(run(TWO_GROUPS).exitCode()).isEqualTo(2);
            assertThat(run(TWO_GROUPS, "--standard", "WHO_2000_2025", "--standard-weight", "w")
                            .err())
                    .startsWith("safety: either --standard or --standard-weight must be given\n");
        }
    }
}
