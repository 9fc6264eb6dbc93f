package org.safecommunity.cli.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceReaderTest {
    private static final String INJURIES = "record_id,sex,age,date,cause\n";
    private static final String GOOD = "9,male,30,2024-03-01,3\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Fixture valid() {
        return Fixture.valid(folder);
    }

    private static void refuses(Fixture.Run run, int code, String... parts) {
        assertThat(run.code()).as(run.all()).isEqualTo(code);
        assertThat(run.all()).contains(parts).doesNotContain("\tat ").doesNotContain("Exception");
    }

    @Test
    void valid_workspace_has_no_finding() {
        Fixture.Run run = valid().check();
        assertThat(run.code()).as(run.all()).isZero();
        assertThat(run.out())
                .contains("injuries.csv: 2 rows read, 2 used, 0 refused")
                .contains("No findings.");
        assertThat(run.err()).isEmpty();
    }

    @Nested
    class Folder {
        @Test
        void missing_folder_offers_near_names() throws IOException {
            Files.createDirectory(folder.resolve("riverside"));
            refuses(
                    Fixture.run("report", folder.resolve("riversid").toString(), "--lang", "en"),
                    3,
                    "does not exist",
                    "Did you mean riverside?");
        }

        @Test
        void missing_folder_without_near_names_says_what_to_name() {
            refuses(
                    Fixture.run("report", folder.resolve("nowhere").toString(), "--lang", "en"),
                    3,
                    "does not exist",
                    "Name the folder of a workspace");
        }

        @Test
        void file_in_place_of_folder_is_named() {
            Fixture fixture = valid();
            refuses(
                    Fixture.run(
                            "report", fixture.folder().resolve("injuries.csv").toString(), "--lang", "en"),
                    3,
                    "is not a folder");
        }

        @Test
        void missing_description_points_to_init() {
            refuses(
                    Fixture.run("report", folder.toString(), "--lang", "en"),
                    3,
                    "has no community.yaml",
                    "safety init " + folder);
        }

        @Test
        void description_under_a_near_name_is_offered() throws IOException {
            Files.writeString(folder.resolve("community.yml"), "community: {}\n");
            refuses(
                    Fixture.run("report", folder.toString(), "--lang", "en"),
                    3,
                    "has no community.yaml",
                    "There is community.yml in it: rename it");
        }
    }

    @Nested
    class Yaml {
        private Fixture.Run with(String yaml) {
            return valid().file("community.yaml", yaml).report();
        }

        @Test
        void list_is_told_to_be_keys_and_values() {
            refuses(
                    with("- community\n- population\n"),
                    3,
                    "community.yaml:1:1: keys with their values are expected here, not a list");
        }

        @Test
        void empty_file_is_said_to_be_empty() {
            refuses(with("# nothing yet\n"), 3, "community.yaml is empty");
        }

        @Test
        void unknown_key_is_a_finding_with_its_place_and_near_keys() {
            Fixture.Run run = valid().instead("  coverage: all-residents", "  coverag: all-residents")
                    .check();
            refuses(run, 1, "community.yaml:11:3 unknown-key the key coverag is not known", "coverage");
            assertThat(run.out()).contains("injuries.csv: 2 rows read, 2 used, 0 refused");
        }

        @Test
        void duplicate_key_is_named_with_its_place() {
            refuses(
                    with("community:\n  name: A\n  type: urban\n  type: rural\n"),
                    3,
                    "community.yaml:4:",
                    "the key type stands twice",
                    "Delete one of the two");
        }

        @Test
        void wrong_choice_names_the_choices_and_the_nearest() {
            refuses(
                    with("community: {name: A, type: urbn}\n"),
                    3,
                    "community.yaml:1:",
                    "community.type must be one of urban, rural, enterprise, park, district, was \"urbn\"",
                    "Did you mean urban?");
            refuses(with("community: {name: A, type: 99x}\n"), 3, "was \"99x\"", "Choose one of them.");
        }

        @Test
        void date_that_does_not_exist_is_named() {
            refuses(
                    valid().instead("date: 2024-06-30", "date: 2024-02-30").report(),
                    3,
                    "community.yaml:7:",
                    "population.date must be a day that exists, was \"2024-02-30\"");
        }

        @Test
        void text_in_place_of_a_number_is_named() {
            refuses(
                    valid().instead("  file: population.csv\n", "  person-years: many\n")
                            .report(),
                    3,
                    "population.person-years must be a number");
        }

        @Test
        void text_in_place_of_keys_is_named() {
            refuses(with("community: Riverside\n"), 3, "community.yaml:1:", "another kind of value is expected");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "community: {name: {en: Who, me?, zh: 我}, type: urban}",
                    "community: {name: a: b, type: urban}",
                    "community: {name: 'a' 'b', type: urban}",
                    "community: {name: 'a', ]type: urban}",
                })
        void faulty_form_is_told_with_its_place_and_what_to_do(String yaml) {
            refuses(
                    with(yaml + "\n"),
                    3,
                    "community.yaml:1:",
                    "this is not valid YAML or JSON here",
                    "Put a text that holds",
                    "in quotation marks");
        }

        @Test
        void tab_as_indentation_is_told_with_its_place() {
            refuses(
                    with("community:\n\tname: A\n"),
                    3,
                    "community.yaml:2:1: this is not valid YAML",
                    "indent with spaces, not tabs");
        }

        @Test
        void alias_bomb_ends_in_an_error() {
            StringBuilder yaml = new StringBuilder("a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
            for (char c = 'b'; c <= 'i'; c++) {
                char before = (char) (c - 1);
                yaml.append(c).append(": &").append(c).append(" [");
                yaml.append(("*" + before + ", ").repeat(8))
                        .append('*')
                        .append(before)
                        .append("]\n");
            }
            refuses(with(yaml + "community: {name: *i, type: urban}\n"), 3, "references (& and *) are not read");
        }

        @Test
        void deep_nesting_ends_in_an_error() {
            refuses(with("x: " + "{a: ".repeat(100) + "1" + "}".repeat(100) + "\n"), 3, "nested more than 30 levels");
        }

        @Test
        void missing_keys_are_findings_with_their_path() {
            Fixture.Run run = valid().file("community.yaml", "population: {kind: resident}\n")
                    .check();
            refuses(run, 1, "community.yaml:community invalid-value", "community.yaml:population.date invalid-value");
        }

        @Test
        void threshold_that_withholds_nothing_is_refused() {
            for (String wrong : new String[] {"0", "1", "-5", "null"}) {
                refuses(
                        valid().more("publication: {suppress-below: " + wrong + "}\n")
                                .report(),
                        3,
                        "publication.suppress-below must be a whole number of 2 or more");
            }
            refuses(valid().more("publication: {supress-below: 5}\n").report(), 3, "publication.suppress-below");
        }
    }

    @Nested
    class FilesOutside {
        @ParameterizedTest
        @CsvSource({"../population.csv", "/etc/passwd", "a/../../population.csv", "."})
        void name_outside_the_workspace_is_not_read(String name) {
            Fixture.Run run =
                    valid().instead("file: population.csv", "file: " + name).check();
            refuses(run, 1, "community.yaml:population.file outside-workspace the file " + name + " is not inside");
            assertThat(run.out()).contains("injuries.csv: 2 rows read, 2 used, 0 refused");
        }

        @Test
        void link_that_leaves_the_workspace_is_not_read(@TempDir Path other) throws IOException {
            Files.writeString(other.resolve("secret.csv"), "year,sex,age_group,persons\n2024,male,0-4,77\n");
            Fixture fixture = valid().instead("file: population.csv", "file: link.csv");
            Files.createSymbolicLink(folder.resolve("link.csv"), other.resolve("secret.csv"));
            Fixture.Run run = fixture.check();
            refuses(run, 1, "outside-workspace the file link.csv is not inside the workspace and was not read");
        }

        @Test
        void missing_file_is_a_finding_and_the_others_are_read() {
            Fixture.Run run = valid().instead("file: population.csv", "file: populatio.csv")
                    .check();
            refuses(run, 1, "populatio.csv unreadable-file", "does not exist", "population.csv");
            assertThat(run.out()).contains("injuries.csv: 2 rows read, 2 used, 0 refused");
        }
    }

    @Nested
    class Rows {
        private Fixture.Run injuries(String rows) {
            return valid().file("injuries.csv", INJURIES + rows + GOOD).check();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1,male,三十,2024-03-01,3 | age | must be an age from 0 to 130 in completed years, was \"三十\"",
                    "1,male,30,2009-02-30,3 | date | must be a date that exists, was \"2009-02-30\"",
                    "1,male,30,2999-01-01,3 | date | must not be after",
                    "1,male,30,,3 | date | a value is needed",
                    "1,male,30,2024-03-01,99 | cause | is no code of this field in code set NISS-B, was \"99\"",
                    "1,other,30,2024-03-01,3 | sex | is not a known sex",
                    "1,male,131,2024-03-01,3 | age | must be less than or equal to 130",
                    ",male,30,2024-03-01,3 | record_id | a value is needed",
                })
        void bad_cell_refuses_its_row_and_no_other(String row, String column, String message) {
            Fixture.Run run = injuries(row.strip() + "\n");
            refuses(run, 1, "injuries.csv:2:" + column + " ", message);
            assertThat(run.out()).contains("injuries.csv: 2 rows read, 1 used, 1 refused");
        }

        @Test
        void duplicate_id_refuses_the_later_row() {
            Fixture.Run run = injuries("1,male,30,2024-03-01,3\n1,female,31,2024-03-02,3\n");
            refuses(run, 1, "injuries.csv:3:record_id duplicate-id the id was used by an earlier row, was \"1\"");
            assertThat(run.out()).contains("injuries.csv: 3 rows read, 2 used, 1 refused");
        }

        @Test
        void unknown_code_names_the_known_ones() {
            refuses(injuries("1,male,30,2024-03-01,15\n"), 1, "Known codes: 1, 2, 3, 4, 5, 6, 7");
        }

        @Test
        void event_after_the_day_of_the_report_is_refused() {
            Fixture.Run run = valid().file("injuries.csv", INJURIES + "1,male,30,2025-02-01,3\n" + GOOD)
                    .report();
            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("must not be after 2025-01-31, was \\\"2025-02-01\\\"");
        }

        @Test
        void stratum_without_population_is_named_and_its_rate_left_out() {
            Fixture fixture = valid().file("population.csv", "year,sex,age_group,persons\n2024,female,70-74,500\n");
            refuses(
                    fixture.check(),
                    1,
                    "population.csv stratum-without-population there are injuries in 2024, male, age 30-34, but no"
                            + " population");
            assertThat(fixture.report().out()).contains("No rate for 2024, Both");
        }

        @Test
        void negative_population_refuses_the_row() {
            refuses(
                    valid().file(
                                    "population.csv",
                                    "year,sex,age_group,persons\n2024,male,30-34,-5\n2024,female,70-74,9\n")
                            .check(),
                    1,
                    "population.csv:2:persons not-a-count must be a whole number of 0 or more, was \"-5\"",
                    "population.csv: 2 rows read, 1 used, 1 refused");
        }

        @Test
        void population_given_twice_refuses_the_copy() {
            refuses(
                    valid().file("population.csv", "year,sex,age_group,persons\n2024,男,30-34,5\n2024,male,30-34,5\n")
                            .check(),
                    1,
                    "population.csv:3:age_group duplicate-cell");
        }

        @Test
        void header_without_rows_is_a_warning() {
            refuses(valid().file("injuries.csv", INJURIES).check(), 1, "injuries.csv no-rows the table has a header");
        }

        @Test
        void empty_file_is_a_finding() {
            refuses(valid().file("injuries.csv", "").check(), 1, "injuries.csv unreadable-file injuries.csv is empty");
        }

        @Test
        void missing_column_offers_the_nearest() {
            refuses(
                    valid().file("injuries.csv", "record_idd,sex\n1,male\n").check(),
                    1,
                    "injuries.csv:1:record_id missing-column the column record_id is missing",
                    "Found: record_idd");
        }

        @Test
        void unknown_element_names_the_elements() {
            refuses(
                    valid().more("elements: {file: elements.csv}\n")
                            .file("elements.csv", "element,state\n4.13,met\n4.1,met\n")
                            .check(),
                    1,
                    "elements.csv:2:element unknown-element",
                    "Elements are 4.1, 4.2,",
                    "elements.csv: 2 rows read, 1 used, 1 refused");
        }

        @Test
        void unknown_state_scheme_and_domain_name_the_known_ones() {
            Fixture fixture = valid().more("elements: {file: e.csv}\nrisks: {file: r.csv}\naccidents: {file: a.csv}\n")
                    .file("e.csv", "element,state\n4.1,done\n")
                    .file("r.csv", "risk_id,place,hazard,scheme,l\n1,a,b,XYZ,1\n")
                    .file("a.csv", """
                            record_id,domain,date,deaths,serious_injuries,minor_injuries,direct_loss_10k_yuan
                            1,sport,2024-01-01,0,0,0,0
                            """);
            refuses(
                    fixture.check(),
                    1,
                    "e.csv:2:state unknown-state",
                    "met, partly, not-met, not-assessed",
                    "r.csv:2:scheme unknown-scheme",
                    "LEC",
                    "a.csv:2:domain unknown-domain",
                    "production, traffic, fire, public-security");
        }

        @Test
        void answer_that_is_no_option_refuses_the_row() {
            Fixture.Run run =
                    valid().more("""
                            survey:
                              file: survey.csv
                              design: simple-random
                              questions:
                                - {column: q1, text: "Known?", kind: knowledge, positive: ["yes"], options: ["yes", "no"]}
                            """).file("survey.csv", "q1\nyes\nmaybe\nno\n").check();
            refuses(run, 1, "survey.csv:3:q1 unknown-answer is no answer of this question", "Answers are yes, no");
            assertThat(run.out()).contains("survey.csv: 3 rows read, 2 used, 1 refused");
        }

        @Test
        void file_in_the_chinese_charset_is_read_with_a_note() throws IOException {
            valid();
            Files.writeString(folder.resolve("injuries.csv"), """
                    编号,性别,年龄,受伤时间,伤害原因
                    1,男,30岁,2024年3月1日,3
                    2,女,８月,2024/5/2,03
                    """, Charset.forName("GB18030"));
            Fixture.Run run = Fixture.run("check", folder.toString(), "--lang", "en");
            assertThat(run.code()).as(run.all()).isZero();
            assertThat(run.out())
                    .contains("charset-guessed the file is not UTF-8; it was read as GB18030")
                    .contains("injuries.csv: 2 rows read, 2 used, 0 refused");
        }

        @Test
        void strict_makes_findings_exit_one() {
            Fixture fixture = valid().file("injuries.csv", INJURIES + "1,male,x,2024-03-01,3\n" + GOOD);
            assertThat(fixture.report().code()).isZero();
            assertThat(fixture.report("--strict").code()).isEqualTo(1);
            assertThat(valid().report("--strict").code()).isZero();
        }
    }

    @Test
    void messages_come_in_chinese_too() {
        Fixture fixture = valid().file("community.yaml", "community: {name: A, type: urbn}\n");
        Fixture.Run run = Fixture.run("report", fixture.folder().toString(), "--lang", "zh");
        refuses(run, 3, "community.type 须为", "是否想写 urban？");
    }
}
