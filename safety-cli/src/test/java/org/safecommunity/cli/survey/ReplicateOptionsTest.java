package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecommunity.cli.survey.SurveyFiles.assertNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

/** Expected numbers: R survey 4.1-1, svrepdesign(type = "BRR") and svymean, see replicate-weights.reference.csv. */
class ReplicateOptionsTest {
    private static final String DATA =
            "../safety-metrics/src/test/resources/org/safecommunity/metrics/survey/replicate-weights.csv";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static CliRun mean(String... options) {
        return SurveyFiles.json("mean", new String[] {DATA, "--weight", "w", "--variable", "y"}, options);
    }

    @Test
    void columns_by_their_first_letters_or_one_by_one() {
        JsonNode brr = mean("--replicate-weights", "b*", "--variance", "brr")
                .json()
                .get("results")
                .get(0);
        assertNumber(brr.get("standardError"), 1.89698704279961);
        assertThat(brr.get("details").get("df").asInt()).isEqualTo(4);
        JsonNode named = mean("--replicate-weights", "b1,b2,b3,b4,b5,b6,b7,b8", "--scale", "0.125")
                .json()
                .get("results")
                .get(0);
        assertNumber(named.get("standardError"), 1.89698704279961);
    }

    @Test
    void deviations_from_the_estimate_where_asked_for() {
        CliRun run = mean("--replicate-weights", "b*", "--variance", "brr", "--replicate-centre", "estimate");
        assertNumber(run.json().get("results").get(0).get("standardError"), 1.8971807687933);
        assertThat(run.json()
                        .get("provenance")
                        .get("options")
                        .get("replicateCentre")
                        .asText())
                .isEqualTo("estimate");
    }

    @Test
    void a_file_of_their_own_gives_the_same_as_columns() {
        String data = SurveyFiles.file(folder, "data.csv", "w,y", "2,1", "2,3", "2,8");
        String weights = SurveyFiles.file(folder, "weights.csv", "r1,r2,r3", "0,3,3", "3,0,3", "3,3,0");
        String[] options = {data, "--weight", "w", "--variable", "y", "--variance", "jk1"};
        JsonNode row = SurveyFiles.json("mean", options, "--replicate-weights", weights)
                .json()
                .get("results")
                .get(0);
        assertThat(row.get("value").asDouble()).isEqualTo(4);
        assertNumber(row.get("standardError"), Math.sqrt(13.0 / 3));
    }

    @Nested
    class Rejects {
        @Test
        void weights_whose_scale_nobody_told() {
            CliRun run = mean("--replicate-weights", "b*");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--scale");
            assertThat(mean("--replicate-weights", "j*", "--variance", "jkn").exitCode())
                    .isEqualTo(2);
        }

        @Test
        void a_scale_without_weights() {
            CliRun run = mean("--scale", "0.5");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--replicate-weights");
        }

        @Test
        void another_number_of_factors_than_of_replicates() {
            CliRun run = mean("--replicate-weights", "b*", "--rscales", "1,1,1");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("3 numbers for 8 replicates");
        }

        @Test
        void a_file_with_other_rows() {
            String weights = SurveyFiles.file(folder, "weights.csv", "r1,r2", "1,2", "2,1");
            CliRun run = mean("--replicate-weights", weights, "--variance", "brr");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("2 rows of replicate weights for 24 rows");
        }

        @Test
        void a_replicate_weight_that_is_no_number() {
            String data = SurveyFiles.file(folder, "data.csv", "w,y,r1,r2", "2,1,0,4", "2,3,x,0");
            CliRun run = SurveyFiles.json(
                    "mean",
                    new String[] {data, "--weight", "w", "--variable", "y"},
                    "--replicate-weights",
                    "r*",
                    "--variance",
                    "brr");
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("data.csv:3");
        }
    }
}
