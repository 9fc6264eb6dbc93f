package org.safecommunity.metrics.questionnaire;

import java.util.Locale;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/** How the p-value of changed answers is computed; under no change each of them is yes or no with equal chance. */
public enum McNemarTest {
    /**
     * 2·P(B ≤ m) − P(B = m) with B binomial of b + c and ½, m the smaller of b and c: near its level on average.
     *
     * @see <a href="https://doi.org/10.1186/1471-2288-13-91">Fagerland, Lydersen &amp; Laake (2013), BMC Med. Res. Methodol.
     *     13:91</a>
     */
    MID_P("2·P(B ≤ m) − P(B = m)"),
    /** 2·P(B ≤ m), at most 1: never above its level. */
    EXACT("2·P(B ≤ m)");

    private final String formula;

    McNemarTest(String formula) {
        this.formula = formula;
    }

    /** The p-value of b and c changed answers, b + c above 0. */
    double pValue(long b, long c) {
        long n = b + c;
        long m = Math.min(b, c);
        if (b == c) {
            return 1;
        }
        double upTo = upTo(m, n);
        return Math.min(1, this == EXACT ? 2 * upTo : upTo + (m == 0 ? 0 : upTo(m - 1, n)));
    }

    /** P(B ≤ k). */
    private static double upTo(long k, long n) {
        return RegularizedBeta.value(0.5, (double) n - k, k + 1d);
    }

    /** Formula of the p-value. */
    public String formula() {
        return formula;
    }

    /** Kebab-case name, e.g. {@code mid-p}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
