package org.safecommunity.cli.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;

/** Ratings side by side, and the move of a register to another scheme. */
class MigrateCommandTest {
    private static final String HAZARDS = "../examples/registers/hazards.csv";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("hazards.csv"), content).toString();
    }

    @Test
    void three_ratings_stand_side_by_side() {
        JsonNode row = CliRun.of("risk", "register", "ratings", HAZARDS, "--format", "json")
                .result(0);
        assertThat(row.get("value").asInt()).isEqualTo(270);
        assertThat(row.at("/details/inherentScore").asInt()).isEqualTo(2400);
        assertThat(row.at("/details/inherentColour").asText()).isEqualTo("red");
        assertThat(row.at("/details/residualScore").asInt()).isEqualTo(45);
        assertThat(row.at("/details/residualColour").asText()).isEqualTo("blue");
    }

    @Test
    void a_rating_that_rises_with_more_controls_is_warned_about() throws IOException {
        String text =
                "hazard_id,place,hazard,scheme,l,e,c,inherent_l,inherent_e,inherent_c\nA,hall,step,LEC,6,6,15,1,1,1\n";
        CliRun run = CliRun.of("risk", "register", "ratings", file(text), "--strict");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("hazards.csv:2:current: rating must not rise with more controls");
    }

    @Test
    void scores_of_equal_scales_are_kept_and_the_bands_are_those_of_the_new_scheme() {
        CliRun run = CliRun.of("risk", "register", "migrate", HAZARDS, "--to", "KINNEY", "--format", "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode row = run.result(2);
        assertThat(row.get("value").asInt()).isEqualTo(90);
        assertThat(row.at("/details/band").asText()).isEqualTo("substantial");
        assertThat(row.at("/details/previousScheme").asText()).isEqualTo("LEC");
        assertThat(row.at("/details/previousBand").asText()).isEqualTo("significant");
        assertThat(row.at("/details/changesColour").asBoolean()).isFalse();
        assertThat(run.json().get("results")).hasSize(6 + 3);
    }

    @Test
    void the_register_after_it_keeps_the_old_ratings_and_every_control() throws IOException {
        Path after = folder.resolve("after.csv");
        CliRun.of("risk", "register", "migrate", HAZARDS, "--to", "KINNEY", "--result", after);
        List<String> lines = Files.readAllLines(after);
        assertThat(lines.get(0))
                .endsWith(
                        "previous_scheme,previous_version,previous_score,previous_colour,previous_l,previous_e,previous_c,previous_override,previous_justification");
        assertThat(lines.get(1))
                .contains("charging shed", "substitution", "KINNEY,3,6,15,10,6,40,0.5,6,15,LEC,", "270,orange,3,6,15");
        CliRun before = CliRun.of("risk", "register", "ratings", HAZARDS, "--format", "json");
        CliRun read = CliRun.of("risk", "register", "ratings", after, "--format", "json");
        for (int i = 0; i < 6; i++) {
            assertThat(read.result(i).get("value")).isEqualTo(before.result(i).get("value"));
            assertThat(read.result(i).at("/details/residualScore"))
                    .isEqualTo(before.result(i).at("/details/residualScore"));
        }
    }

    @Test
    void factors_and_values_can_be_mapped() {
        CliRun run = CliRun.of(
                "risk",
                "register",
                "migrate",
                HAZARDS,
                "--to",
                "LS-SHANDONG",
                "--map",
                "s=c",
                "--value",
                "s:15=4,s:7=3,s:3=2",
                "--format",
                "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.result(0).get("value").asInt()).isEqualTo(12);
        assertThat(run.result(0).at("/details/colour").asText()).isEqualTo("yellow");
        assertThat(run.result(0).at("/details/changesColour").asBoolean()).isTrue();
    }

    @Nested
    class Rejects {
        @Test
        void ratings_that_do_not_fit_are_left_to_people() {
            CliRun run = CliRun.of("risk", "register", "migrate", HAZARDS, "--to", "MES", "--format", "json");
            assertThat(run.exitCode()).isZero();
            assertThat(run.result(0).get("value").isNull()).isTrue();
            assertThat(run.result(0).at("/details/reason").asText()).contains("factor m must be given");
            assertThat(run.result(0).at("/details/previousScore").asInt()).isEqualTo(270);
            assertThat(run.err()).contains("6 of 6 hazards have ratings that do not fit");
            assertThat(CliRun.of("risk", "register", "migrate", HAZARDS, "--to", "MES", "--strict")
                            .exitCode())
                    .isEqualTo(1);
        }

        @Test
        void wrong_usage() {
            CliRun scheme = CliRun.of("risk", "register", "migrate", HAZARDS, "--to", "nope");
            assertThat(scheme.exitCode()).isEqualTo(2);
            assertThat(scheme.err()).contains("--to must be one of LEC");
            CliRun map = CliRun.of("risk", "register", "migrate", HAZARDS, "--to", "LEC", "--map", "q=c");
            assertThat(map.exitCode()).isEqualTo(2);
            assertThat(map.err()).contains("--map must be one of l, e, c, was q");
            CliRun value = CliRun.of("risk", "register", "migrate", HAZARDS, "--to", "LEC", "--value", "s=4");
            assertThat(value.exitCode()).isEqualTo(2);
            assertThat(value.err()).contains("--value must be FACTOR:OLD=NEW");
            assertThat(CliRun.of("risk", "register", "migrate", HAZARDS).exitCode())
                    .isEqualTo(2);
        }
    }
}
