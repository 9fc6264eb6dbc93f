package org.safecommunity.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class CsvTextTest {
    private static final String FIXED =
            "statistic,value,unit,lower,upper,level,method,standardError,test,testStatistic,"
                    + "df,df2,pValue,n,status";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void columns_of_a_literal() {
        CliRun run = CliRun.of("rates", "crude", "--events", "12", "--person-time", "52720", "--format", "csv");
        assertThat(run.lines())
                .containsExactly(
                        FIXED,
                        "crude-rate,22.76176024279211,per 100000 person-years,11.761333666013309,39.76021443129165,"
                                + "0.95,garwood,6.570754201702872,,,,,,,");
    }

    @Test
    void group_columns_come_first_and_take_a_prefix_where_they_clash() {
        Path file = TextFile.of(folder, "f.csv", "year,value,status,n", "2024,a,b,5");
        CliRun run = CliRun.of(
                "rates",
                "proportion",
                file,
                "--events",
                "n",
                "--trials",
                "n",
                "--by",
                "year,value,status,n",
                "--format",
                "csv");
        assertThat(run.lines().get(0)).isEqualTo("year,group.value,group.status,group.n," + FIXED);
        assertThat(run.lines().get(1)).startsWith("2024,a,b,5,proportion,1,");
    }

    @Test
    void a_cell_with_separator_quote_or_line_break_is_quoted() {
        Path file = TextFile.of(folder, "f.csv", "g,n,t", "\"a,\"\"b\"\"", "c\",5,10");
        CliRun run = CliRun.of(
                "rates", "crude", file, "--events", "n", "--person-time", "t", "--by", "g", "--format", "csv");
        assertThat(run.out()).contains("\n\"a,\"\"b\"\"\nc\",crude-rate,50000,");
    }

    @Test
    void for_excel_there_are_a_byte_order_mark_and_windows_line_ends() {
        CliRun run =
                CliRun.of("rates", "crude", "--events", "12", "--person-time", "52720", "--format", "csv", "--excel");
        assertThat(run.out()).startsWith("\uFEFFstatistic,").endsWith(",,,\r\n");
        assertThat(run.out().replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void for_excel_text_that_looks_like_a_formula_gets_an_apostrophe_and_numbers_do_not() {
        String csv = CsvText.of(SampleRows.NAMES.rows(Locale.ENGLISH), true);
        assertThat(csv.lines().toList().get(1)).startsWith("'=1+1,-5,'@home,");
        for (String text : List.of("=A1", "+A1", "-A1", "@A1", "\tA1", "\rA1")) {
            assertThat(CsvText.cell(text, true)).isEqualTo("'" + text);
            assertThat(CsvText.cell(text, false)).isEqualTo(text);
        }
        for (String text : List.of("-5", "+5.25", "-1e-7", "A1", "")) {
            assertThat(CsvText.cell(text, true)).isEqualTo(text);
        }
    }

    @Test
    void no_cell_is_infinite_or_not_a_number() {
        assertThat(CsvText.cell(Double.POSITIVE_INFINITY, false)).isEmpty();
        assertThat(CsvText.cell(Double.NaN, false)).isEmpty();
    }
}
