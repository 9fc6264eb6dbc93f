package org.safecommunity.cli.tabulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabulateCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path file(String name, String text) throws IOException {
        return TabulateFiles.file(folder, name, text);
    }

    private Path register() throws IOException {
        return TabulateFiles.register(folder);
    }

    @Test
    void counts_rows_by_dimensions_in_natural_order() throws IOException {
        Cli run = Cli.run("tabulate", register(), "--by", "age:5y,sex");
        assertThat(run.code()).isZero();
        assertThat(run.lines())
                .containsExactly("age,sex,events", "0-4,male,2", "0-4,female,1", "70-74,female,1", ",male,1");
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        "warning: age: 1 of 5 rows used have no value; they are in the cells with an empty label\n");
    }

    @Test
    void dates_are_in_order_and_weeks_belong_to_their_year() throws IOException {
        assertThat(Cli.run("tabulate", register(), "--by", "date:week").lines())
                .containsExactly("date,events", "2023-W52,1", "2024-W01,1", "2024-W05,3");
        assertThat(Cli.run("tabulate", register(), "--by", "date:quarter").lines())
                .containsExactly("date,events", "2023-Q4,1", "2024-Q1,4");
    }

    @Test
    void codes_are_mapped_and_a_dimension_may_be_renamed() throws IOException {
        Cli run = Cli.run("tabulate", register(), "--by", "code:mechanism,why=code:intent,code2=code");
        assertThat(run.lines())
                .containsExactly(
                        "code,why,code2,events",
                        "fall,unintentional,W19.0,1",
                        "fall,unintentional,w199,1",
                        "fall,unintentional,W01.4,1",
                        "mv_traffic_pedal_cyclist,unintentional,V12.3,1",
                        "suffocation,self_harm,X70,1");
    }

    @Test
    void sums_are_exact_and_empty_where_a_term_is_not_known() throws IOException {
        Cli run = Cli.run("tabulate", register(), "--by", "sex", "--sum", "days,id");
        assertThat(run.lines()).containsExactly("sex,events,days,id", "male,3,,8", "female,2,0.75,7");
        assertThat(run.err()).contains("days: 1 of 5 rows used have no amount");
        assertThat(Cli.run("tabulate", register(), "--by", "sex", "--sum", "days", "--where", "days != \"\"")
                        .lines())
                .containsExactly("sex,events,days", "male,2,3", "female,2,0.75");
    }

    @Test
    void yes_and_no_are_summed_as_one_and_zero() throws IOException {
        Path file = file("r.csv", "ward,died\na,yes\na,no\nb,是\nb,否\nb,Y\nb,有\nb,1\n");
        assertThat(Cli.run("tabulate", file, "--by", "ward", "--sum", "died").lines())
                .containsExactly("ward,events,died", "a,2,1", "b,5,4");
    }

    @Test
    void conditions_leave_rows_out_and_are_counted() throws IOException {
        Cli run = Cli.run(
                "tabulate",
                register(),
                "--by",
                "sex",
                "--where",
                "sex = male",
                "--where",
                "age < 4",
                "--format",
                "json");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.at("/results/0/value").asInt()).isEqualTo(1);
        assertThat(json.at("/provenance/inputs/0/filtered").asInt()).isEqualTo(4);
        assertThat(run.err()).contains("1 cells compared with a number by --where are no numbers");
    }

    @Test
    void json_has_one_result_a_cell() throws IOException {
        Path population = file("population.csv", "sex,person_time\nmale,950\nfemale,850\n");
        Cli run = Cli.run(
                "tabulate", register(), "--by", "sex", "--sum", "days", "--population", population, "--format", "json");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("command").asText()).isEqualTo("tabulate");
        assertThat(json.get("results")).hasSize(2);
        JsonNode male = json.at("/results/0");
        assertThat(male.at("/group/sex").asText()).isEqualTo("male");
        assertThat(male.get("statistic").asText()).isEqualTo("events");
        assertThat(male.get("value").asLong()).isEqualTo(3);
        assertThat(male.at("/details/days").isNull()).isTrue();
        assertThat(male.at("/details/personTime").asInt()).isEqualTo(950);
        assertThat(json.at("/results/1/details/days").asDouble()).isEqualTo(0.75);
        assertThat(json.at("/provenance/inputs/0/rows").asInt()).isEqualTo(5);
        assertThat(json.at("/provenance/inputs/0/used").asInt()).isEqualTo(5);
        assertThat(json.at("/provenance/inputs")).hasSize(2);
        assertThat(json.at("/provenance/options/by/0").asText()).isEqualTo("sex");
    }

    @Test
    void the_working_says_that_nothing_was_estimated() throws IOException {
        Cli run = Cli.run("tabulate", register(), "--by", "sex", "--format", "json", "--explain");
        assertThat(new ObjectMapper()
                        .readTree(run.out())
                        .at("/results/0/derivation/0/text")
                        .asText())
                .contains("nothing was estimated");
        assertThat(Cli.run("tabulate", register(), "--by", "sex", "--format", "table", "--explain")
                        .out())
                .endsWith("nothing was estimated.\n");
    }

    @Test
    void help_is_there_in_both_languages() {
        assertThat(Cli.run("tabulate", "--help").out()).contains("Counts the rows of a register by stratum");
        assertThat(Cli.run("tabulate", "--help", "--lang", "zh").out()).contains("按层计数");
    }

    @Test
    void table_and_markdown_are_for_people() throws IOException {
        assertThat(Cli.run("tabulate", register(), "--by", "sex", "--format", "table")
                        .lines()
                        .get(2))
                .isEqualTo("male         3");
        assertThat(Cli.run("tabulate", register(), "--by", "sex", "--format", "markdown")
                        .lines())
                .containsExactly("| sex | events |", "|---|---:|", "| male | 3 |", "| female | 2 |");
    }

    @Test
    void excel_gets_a_byte_order_mark_and_no_formulas() throws IOException {
        Path file = file("r.csv", "ward\n=1+1\n\"a, \"\"b\"\"\"\n");
        assertThat(Cli.run("tabulate", file, "--by", "ward", "--excel").out())
                .isEqualTo("\uFEFFward,events\r\n'=1+1,1\r\n\"a, \"\"b\"\"\",1\r\n");
        assertThat(Cli.run("tabulate", file, "--by", "ward").out())
                .isEqualTo("ward,events\n=1+1,1\n\"a, \"\"b\"\"\",1\n");
    }

    @Test
    void output_goes_to_a_file() throws IOException {
        Path out = folder.resolve("out.csv");
        Cli run = Cli.run("tabulate", register(), "--by", "sex", "--output", out);
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(out)).isEqualTo("sex,events\nmale,3\nfemale,2\n");
    }

    @Test
    void tab_separated_gzip_and_gb18030_give_the_same_table() throws IOException {
        String text = "性别\t年龄\n男\t3岁\n女\t不详\n";
        Path tsv = folder.resolve("r.tsv.gz");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(Charset.forName("GB18030")));
        }
        Files.write(tsv, bytes.toByteArray());
        Cli run = Cli.run("tabulate", tsv, "--by", "性别,年龄:5y", "--charset", "GB18030");
        assertThat(run.lines()).containsExactly("性别,年龄,events", "男,0-4,1", "女,,1");
        assertThat(Cli.run("tabulate", tsv, "--by", "性别,年龄:5y").err()).contains("it was read as GB18030");
    }

    @Test
    void a_column_whose_name_looks_like_a_part_is_taken_as_it_is() throws IOException {
        Path file = file("r.csv", "a:year,b=c\nx,y\n");
        assertThat(Cli.run("tabulate", file, "--by", "a:year,b=c").lines())
                .containsExactly("a:year,b=c,events", "x,y,1");
    }

    @Test
    void words_for_missing_count_only_where_a_part_is_taken() throws IOException {
        Path file = file("r.csv", "place,age\n不详,不详\n/,N/A\n");
        assertThat(Cli.run("tabulate", file, "--by", "place,age:5y").lines())
                .containsExactly("place,age,events", "不详,,1", "/,,1");
    }

    @Test
    void missing_codes_belong_to_their_column() throws IOException {
        Path file = file("r.csv", "cause,place\n14,9\n3,14\n014,1\n");
        assertThat(Cli.run("tabulate", file, "--by", "cause,place", "--missing", "cause=14,99")
                        .lines())
                .containsExactly("cause,place,events", "3,14,1", ",1,1", ",9,1");
    }

    @Test
    void missing_fail_refuses_rows_without_a_value() throws IOException {
        Cli run = Cli.run("tabulate", register(), "--by", "age:5y", "--sum", "days", "--missing", "fail");
        assertThat(run.lines()).containsExactly("age,events,days", "0-4,3,3.25", "70-74,1,0.5");
        assertThat(run.err())
                .contains("register.csv:5:age: a value is needed")
                .contains("5 rows read, 4 used, 1 refused");
    }

    @Nested
    class Findings {
        @Test
        void a_cell_that_cannot_be_read_refuses_its_row_with_place_and_advice() throws IOException {
            Path file = file("r.csv", "age,n\n3,1\nabc,1\n200,x\n5,2\n");
            Cli run = Cli.run("tabulate", file, "--by", "age:5y", "--sum", "n");
            assertThat(run.code()).isZero();
            assertThat(run.lines()).containsExactly("age,events,n", "0-4,1,1", "5-9,1,2");
            assertThat(run.err())
                    .contains(
                            "r.csv:3:age: must be an age from 0 to 130 in completed years, was a text of 3 characters")
                    .contains("r.csv:4:age: must be an age from 0 to 130 in completed years, was \"200\"")
                    .contains("r.csv:4:n: must be a number, was a text of 1 characters")
                    .contains("4 rows read, 2 used, 2 refused");
            assertThat(Cli.run("tabulate", file, "--by", "age:5y", "--strict").code())
                    .isEqualTo(1);
        }

        @Test
        void codes_are_refused_with_known_codes() throws IOException {
            Path file = file("r.csv", "code\nW19\nS72\nW47\nY36\n");
            Cli run = Cli.run("tabulate", file, "--by", "code:mechanism");
            assertThat(run.err())
                    .contains("r.csv:3:code: is a code of the nature of an injury (S, T), not of its cause")
                    .contains("Known codes: W07, W17, W27")
                    .contains("r.csv:5:code: needs its fourth character");
        }

        @Test
        void transport_codes_without_fourth_character_are_remarked() throws IOException {
            Path file = file("r.csv", "code\nV12\nV87\nW19\n");
            assertThat(Cli.run("tabulate", file, "--by", "code:mechanism").err())
                    .contains("code: 2 of 3 rows used have a code without its fourth character");
        }

        @Test
        void messages_are_chinese_for_chinese_readers() throws IOException {
            Path file = file("r.csv", "age\n3\n王小明\n");
            Cli run = Cli.run("tabulate", file, "--by", "age:5y", "--lang", "zh");
            assertThat(run.err()).contains("须为 0 至 130 的周岁年龄").doesNotContain("王小明");
        }
    }

    @Nested
    class Rejects {
        @Test
        void no_file_and_no_dimension() throws IOException {
            Cli.assertRefused(2, "FILE must be given", "tabulate");
            Cli.assertRefused(2, "--by must be given", "tabulate", register());
            Cli.assertRefused(3, "does not exist", "tabulate", folder.resolve("none.csv"), "--by", "sex");
        }

        @Test
        void unknown_columns_and_parts() throws IOException {
            Cli.assertRefused(2, "Did you mean sex?", "tabulate", register(), "--by", "sexx");
            Cli.assertRefused(2, "Did you mean days, date?", "tabulate", register(), "--by", "sex", "--sum", "day");
            Cli.assertRefused(2, "has no column region", "tabulate", register(), "--by", "region:5y");
            Cli.assertRefused(2, "months is no part of a column", "tabulate", register(), "--by", "date:months");
            Cli.assertRefused(2, "Known: month", "tabulate", register(), "--by", "date:months");
            Cli.assertRefused(2, "cannot read the condition", "tabulate", register(), "--by", "sex", "--where", "sex");
        }

        @Test
        void two_columns_of_one_name() throws IOException {
            Cli.assertRefused(2, "would be called date", "tabulate", register(), "--by", "date:year,date:month");
            Cli.assertRefused(2, "--by year=date:year", "tabulate", register(), "--by", "date:year,date:month");
            Cli.assertRefused(2, "would be called events", "tabulate", register(), "--by", "events=sex");
            Cli.assertRefused(2, "would be called days", "tabulate", register(), "--by", "sex", "--sum", "days,days");
            Cli.assertRefused(2, "would be called age", "tabulate", register(), "--by", "age:5y", "--sum", "age");
        }

        @Test
        void missing_codes_that_cannot_be_read_or_are_not_used() throws IOException {
            Cli.assertRefused(2, "cannot read --missing 14", "tabulate", register(), "--by", "sex", "--missing", "14");
            Cli.assertRefused(2, "names the column code", "tabulate", register(), "--by", "sex", "--missing", "code=9");
            Cli.assertRefused(2, "has no column cause", "tabulate", register(), "--by", "sex", "--missing", "cause=9");
        }

        @Test
        void no_row_that_can_be_used() throws IOException {
            Cli.assertRefused(
                    3, "has no row that can be used", "tabulate", register(), "--by", "sex", "--where", "sex = x");
            Path file = file("r.csv", "age\nx\n");
            Cli.assertRefused(3, "1 rows read, 1 refused", "tabulate", file, "--by", "age:5y");
        }

        @Test
        void a_sum_no_number_can_hold() throws IOException {
            Path file = file("r.csv", "a,n\nx,1e308\nx,1e308\n");
            Cli.assertRefused(3, "a sum is too large", "tabulate", file, "--by", "a", "--sum", "n");
        }
    }
}
