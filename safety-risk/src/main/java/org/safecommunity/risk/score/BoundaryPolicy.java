package org.safecommunity.risk.score;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;

/** Which band owns a score that falls exactly on a bound. Published tables rarely say, so a result names the policy. */
public enum BoundaryPolicy {
    /** The bound belongs to the higher band: 70 is in "70 to 160". */
    LOWER_INCLUSIVE {
        @Override
        boolean reaches(BigDecimal score, BigDecimal from) {
            return score.compareTo(from) >= 0;
        }
    },
    /** The bound belongs to the lower band: 70 is in "20 to 70". */
    UPPER_INCLUSIVE {
        @Override
        boolean reaches(BigDecimal score, BigDecimal from) {
            return score.compareTo(from) > 0;
        }
    };

    abstract boolean reaches(BigDecimal score, BigDecimal from);

    /** Kebab-case name as in data files and results. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
