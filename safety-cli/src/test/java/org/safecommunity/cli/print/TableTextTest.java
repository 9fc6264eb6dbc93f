package org.safecommunity.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

class TableTextTest {
    private static final Object[] RATE = {
        "rates", "crude", "--events", "12", "--person-time", "52720", "--explain", "--lang"
    };

    @Test
    void no_results() {
        assertThat(TableText.of(List.of(), Locale.ENGLISH, false)).isEqualTo("No results.\n");
        assertThat(TableText.of(List.of(), Locale.CHINESE, true)).isEqualTo("没有结果。\n");
    }

    @Test
    void a_rate_with_its_working_in_every_format_and_language() {
        for (String language : List.of("en", "zh")) {
            TextFile.assertApproved(getClass(), "rate." + language + ".txt", rate(language, "table"));
            TextFile.assertApproved(getClass(), "rate." + language + ".md", rate(language, "markdown"));
            TextFile.assertApproved(getClass(), "rate." + language + ".json", rate(language, "json"));
            assertThat(rate(language, "csv")).startsWith("statistic,").hasLineCount(2);
        }
    }

    private static String rate(String language, String format) {
        Object[] arguments = java.util.Arrays.copyOf(RATE, RATE.length + 3);
        arguments[RATE.length] = language;
        arguments[RATE.length + 1] = "--format";
        arguments[RATE.length + 2] = format;
        CliRun run = CliRun.of(arguments);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out();
    }
}
