package org.safecommunity.cli.tabulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;

class CodeMapsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static Part map(String name, String... given) {
        return CodeMaps.of(List.of(given), new CommonOptions()).find(name).orElseThrow();
    }

    private String file(String text) throws IOException {
        Path file = folder.resolve("map.csv");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return file.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "W19, fall",
        "W19.9, fall",
        "W199, fall",
        "w19.9, fall",
        "Ｗ１９, fall",
        "W19.x00, fall",
        "W19.X, fall",
        "W19., fall",
        "W19.-, fall",
        "V89.200x001, mv_traffic_unspecified",
        "V12.3, mv_traffic_pedal_cyclist",
        "V12.2, pedal_cyclist_other",
        "V01, pedestrian_other",
        "X59, unspecified",
        "X74.1, firearm",
        "Y06, other_specified_classifiable",
        "Y36.3, fire_flame",
        "Y85, other_specified_classifiable",
        "W46, cut_pierce",
        "V98, other_transport",
        "Y40, adverse_effect_drug",
        "V86.3, mv_traffic_occupant",
        "V80.6, other_land_transport"
    })
    void mechanism_of_an_external_cause(String code, String mechanism) {
        assertThat(map("mechanism").read(code)).isEqualTo(Reading.of(mechanism));
    }

    @ParameterizedTest
    @CsvSource({
        "V12, mv_traffic_pedal_cyclist",
        "V20, mv_traffic_motorcyclist",
        "V30, mv_traffic_occupant",
        "V79.x, mv_traffic_occupant",
        "V02, mv_traffic_pedestrian",
        "V29, mv_traffic_motorcyclist",
        "V80, other_land_transport",
        "V86, other_land_transport",
        "V89, other_land_transport",
        "V87, mv_traffic_unspecified"
    })
    void a_split_transport_category_without_fourth_character_is_read_with_a_warning(String code, String mechanism) {
        assertThat(map("mechanism").read(code)).isEqualTo(Reading.of(mechanism).asAssumption());
    }

    @ParameterizedTest
    @CsvSource({
        "W19, unintentional",
        "X70, self_harm",
        "Y04.1, assault",
        "Y34, undetermined",
        "V12, unintentional",
        "Y35, legal_intervention",
        "Y36.1, operations_of_war"
    })
    void intent_of_an_external_cause(String code, String intent) {
        assertThat(map("intent").read(code)).isEqualTo(Reading.of(intent));
    }

    @ParameterizedTest
    @CsvSource({
        "W19.0, home",
        "W01.4, street_highway",
        "X00.9, unspecified",
        "Y05.8, other",
        "Y08.6, industrial_construction"
    })
    void place_is_the_fourth_character(String code, String place) {
        assertThat(map("place").read(code)).isEqualTo(Reading.of(place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W19", "V12.3", "Y06.1", "Y85"})
    void codes_that_state_no_place_have_none(String code) {
        assertThat(map("place").read(code)).isEqualTo(Reading.MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "V02.1, transport_road_motor",
        "V09.1, other",
        "V09.0, transport_road_motor",
        "V10, transport_road_nonmotor",
        "W19, fall",
        "X70, suffocation",
        "W54, animal",
        "Y05, sexual_assault",
        "W85, other",
        "X06, burn",
        "Y36.3, burn",
        "Y36.4, other"
    })
    void card_class_of_an_external_cause(String code, String classOfCard) {
        assertThat(map("card-class").read(code)).isEqualTo(Reading.of(classOfCard));
    }

    @ParameterizedTest
    @CsvSource({
        "card-mechanism, 3, fall",
        "card-mechanism, 3.0, fall",
        "card-mechanism, 03, fall",
        "card-mechanism, 13, other",
        "card-mechanism, 14, unknown",
        "card-c-mechanism, 13, other_or_unknown",
        "card-intent, 4, unknown",
        "card-intent, 5, other",
        "card-c-intent, 4, other_or_unknown",
        "card-place, 9, other",
        "card-place, 10, unknown",
        "card-c-place, 9, other_or_unknown"
    })
    void codes_of_injury_cards(String name, String code, String value) {
        assertThat(map(name).read(code)).isEqualTo(Reading.of(value));
    }

    @Test
    void place_of_the_card_is_place_of_icd_plus_one() {
        for (int place = 0; place < 9; place++) {
            assertThat(map("card-place").read(String.valueOf(place + 1)))
                    .isEqualTo(map("place").read("W19." + place));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mechanism, S72.0, nature-code",
        "mechanism, t14, nature-code",
        "mechanism, Y36, fourth-character",
        "intent, Y87, fourth-character",
        "mechanism, fell down, not-in-map",
        "mechanism, 3, not-in-map",
        "mechanism, A00, not-in-map",
        "mechanism, W47, not-in-map-near",
        "mechanism, Y35.9, not-in-map-near",
        "card-c-mechanism, 14, not-in-map-near",
        "card-mechanism, W19, not-in-map-near"
    })
    void refuses_codes_that_are_not_in_the_map(String name, String code, String problem) {
        assertThat(map(name).read(code).problem()).isEqualTo(problem);
    }

    @Test
    void known_codes_are_offered() {
        assertThat(map("card-c-intent").read("5").more()).containsExactly("card-c-intent", "1, 2, 3, 4");
        assertThat(map("mechanism").read("W47").more()).containsExactly("mechanism", "W07, W17, W27");
    }

    @Test
    void every_category_of_the_matrix_is_covered() {
        Part mechanism = map("mechanism");
        int covered = 0;
        for (char letter = 'V'; letter <= 'Y'; letter++) {
            for (int number = 0; number < 100; number++) {
                for (int fourth = 0; fourth < 10; fourth++) {
                    String code = letter + (number < 10 ? "0" : "") + number + "." + fourth;
                    covered += mechanism.read(code).isRefused() ? 0 : 1;
                }
            }
        }
        // 391 categories (V01 to Y98 without V07, V08, W47, W48, Y37 to Y39) of ten sub-codes, less the 16 that are not
        // in use (Y35.8-.9, Y87.3-.9, Y89.2-.8)
        assertThat(covered).isEqualTo(391 * 10 - 16);
    }

    @Test
    void every_row_of_the_data_files_has_a_provenance() {
        for (String name : MapTable.bundled("code-maps.csv").values("file")) {
            assertThat(MapTable.bundled(name).values("provenance"))
                    .as(name)
                    .allMatch(text ->
                            text.startsWith("found") || text.startsWith("derived") || text.contains("unconfirmed"));
        }
    }

    @Test
    void a_map_of_the_user_takes_the_place_of_one_of_the_program() throws IOException {
        Part local = map("mechanism", "mechanism=" + file("code,value\nV89,traffic\nw50,violence\n99,\n"));
        assertThat(local.read("V89")).isEqualTo(Reading.of("traffic"));
        assertThat(local.read("W50")).isEqualTo(Reading.of("violence"));
        assertThat(local.read("99")).isEqualTo(Reading.MISSING);
        assertThat(local.read("W19").isRefused()).isTrue();
        assertThat(local.label("violence")).isEqualTo(Reading.of("violence"));
    }

    @Test
    void a_map_of_ranges_may_name_sub_codes_and_categories_without_them() throws IOException {
        Part local = map(
                "kind",
                "kind=" + file("from,to,value\nV12.0,V12.2,off-road\nV12.3,V12.9,road\nV12.-,,road\nW00,W19,fall\n"));
        assertThat(local.read("V12.1")).isEqualTo(Reading.of("off-road"));
        assertThat(local.read("V12")).isEqualTo(Reading.of("road").asAssumption());
        assertThat(local.read("W10.2")).isEqualTo(Reading.of("fall"));
    }

    @Nested
    class Rejects {
        private void refused(int code, String message, String... given) {
            assertThatThrownBy(() -> map(given[0].replaceFirst("=.*", ""), given))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(message)
                    .extracting(e -> ((UserError) e).exitCode())
                    .isEqualTo(code);
        }

        @Test
        void a_map_without_file() {
            refused(2, "cannot read --map mechanism", "mechanism");
            refused(2, "cannot read --map mechanism=", "mechanism=");
        }

        @Test
        void a_name_that_is_a_part_or_given_twice() throws IOException {
            String path = file("code,value\n1,a\n");
            refused(2, "--map cannot be called week", "week=" + path);
            refused(2, "--map cannot be called 5y", "5y=" + path);
            refused(2, "--map kind is given twice", "kind=" + path, "kind=" + path);
        }

        @Test
        void a_file_of_another_form() throws IOException {
            refused(3, "has neither a column code nor", "kind=" + file("a,value\n1,x\n"));
            refused(3, "has no column value", "kind=" + file("code,class\n1,x\n"));
            refused(3, "cannot be used as a map", "kind=" + file("code,value\n1\n"));
            refused(3, "cannot be used as a map", "kind=" + file("code,value\n"));
        }

        @Test
        void codes_with_two_values_and_ranges_that_do_not_ascend() throws IOException {
            refused(3, "map.csv:3: 01 has two different values", "kind=" + file("code,value\n1,x\n01,y\n"));
            refused(
                    3,
                    "map.csv:3: W05 has two different values",
                    "kind=" + file("from,to,value\nW00,W19,x\nW05,W06,y\n"));
            refused(3, "map.csv:2: cannot read the range W19 to W00", "kind=" + file("from,to,value\nW19,W00,x\n"));
            refused(3, "cannot read the range V12.3 to V13.1", "kind=" + file("from,to,value\nV12.3,V13.1,x\n"));
            refused(3, "cannot read the range falls to W19", "kind=" + file("from,to,value\nfalls,W19,x\n"));
        }
    }
}
