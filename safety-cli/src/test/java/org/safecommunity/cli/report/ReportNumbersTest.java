package org.safecommunity.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safecommunity.metrics.Interval;

class ReportNumbersTest {
    @Test
    void counts_have_thousands_separators() {
        assertThat(ReportNumbers.count(0)).isEqualTo("0");
        assertThat(ReportNumbers.count(5_623_323)).isEqualTo("5,623,323");
        assertThat(ReportNumbers.amount(52_720)).isEqualTo("52,720");
        assertThat(ReportNumbers.amount(52_720.25)).isEqualTo("52,720.3");
    }

    @Test
    void rates_and_shares_have_one_decimal() {
        assertThat(ReportNumbers.rate(1263.94)).isEqualTo("1,263.9");
        assertThat(ReportNumbers.percent(0.46349)).isEqualTo("46.3%");
        assertThat(ReportNumbers.percents(new Interval("wilson", 0.95, 0.4, 0.5)))
                .isEqualTo("40.0%–50.0%");
    }

    @Test
    void open_ends_are_infinite() {
        assertThat(ReportNumbers.rates(new Interval("garwood", 0.95, 0, Double.POSITIVE_INFINITY)))
                .isEqualTo("0.0–∞");
    }
}
