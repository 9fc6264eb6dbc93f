package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.risk.internal.Checks;

/**
 * Fine's justification of the cost of a measure: J = R / (CF × DC), with R the risk score, CF the class of cost and DC the
 * degree of correction. A measure is justified above the threshold. Immutable.
 *
 * <p>Limits: the cost classes are in dollars of 1971; the numbers are recalled and unconfirmed.
 *
 * @param version    version of this data, not blank
 * @param title      name, not null
 * @param factors    CF and DC with their scales
 * @param threshold  J above this is justified, greater than 0
 * @param provenance where the scales are stated, not null
 * @see Scheme#find(String) scheme FINE, Fine (1971), NOLTR 71-31
 */
public record CostJustification(
        String version, LocalText title, List<Factor> factors, BigDecimal threshold, Provenance provenance) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws IllegalArgumentException if the version is blank, the factors are not CF and DC, or the threshold is not
     *                                  greater than 0
     */
    public CostJustification {
        Checks.text(version, "version");
        requireNonNull(title, "title");
        factors = Checks.filled(factors, "factors");
        if (!factors.stream().map(Factor::symbol).toList().equals(List.of("CF", "DC"))) {
            throw new IllegalArgumentException("factors must be CF and DC");
        }
        if (requireNonNull(threshold, "threshold").signum() <= 0) {
            throw new IllegalArgumentException("threshold must be greater than 0, was " + threshold.toPlainString());
        }
        requireNonNull(provenance, "provenance");
    }

    /**
     * Whether a measure is worth its cost.
     *
     * @param value     J, no unit; at most 34 significant digits where the quotient does not end
     * @param justified whether J is above the threshold
     */
    public record Result(BigDecimal value, boolean justified) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException if the value is null
         */
        public Result {
            value = Checks.plain(requireNonNull(value, "value"));
        }
    }

    /**
     * The scales that are part of the library.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static CostJustification bundled() {
        String name = "fine-cost.json";
        return DataFile.of(CostJustification.class)
                .readBundled(CostJustification.class.getResourceAsStream(name), name);
    }

    /**
     * Judges a measure.
     *
     * @param score risk score R, greater than 0
     * @param cost  cost factor CF, a value of its scale
     * @param degree degree of correction DC, a value of its scale
     * @throws IllegalArgumentException if the score is not greater than 0, or a factor is not on its scale
     */
    public Result of(BigDecimal score, BigDecimal cost, BigDecimal degree) {
        if (score.signum() <= 0) {
            throw new IllegalArgumentException("score must be greater than 0, was " + score.toPlainString());
        }
        BigDecimal divisor = onScale(factors.get(0), cost).multiply(onScale(factors.get(1), degree));
        BigDecimal value = score.divide(divisor, MathContext.DECIMAL128);
        return new Result(value, value.compareTo(threshold) > 0);
    }

    private static BigDecimal onScale(Factor factor, BigDecimal value) {
        return factor.value(value)
                .map(ScaleValue::value)
                .orElseThrow(() -> new IllegalArgumentException("factor " + factor.name() + " must be one of "
                        + factor.scaleText() + ", was " + value.toPlainString()));
    }
}
