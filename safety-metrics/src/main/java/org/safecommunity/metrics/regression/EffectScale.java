package org.safecommunity.metrics.regression;

/** How a coefficient b, or a linear combination of coefficients, is written. */
public enum EffectScale {
    /** As it is: b. */
    COEFFICIENT("b", "SE") {
        @Override
        double of(double b) {
            return b;
        }

        @Override
        double error(double b, double error) {
            return error;
        }
    },
    /** As a ratio: exp(b), e.g. a rate ratio. */
    RATIO("exp(b)", "exp(b)·SE") {
        @Override
        double of(double b) {
            return Math.exp(b);
        }

        @Override
        double error(double b, double error) {
            return Math.exp(b) * error;
        }
    },
    /** As a change in percent: 100·(exp(b) − 1). */
    PERCENT_CHANGE("100·(exp(b) − 1)", "100·exp(b)·SE") {
        @Override
        double of(double b) {
            return 100 * Math.expm1(b);
        }

        @Override
        double error(double b, double error) {
            return 100 * Math.exp(b) * error;
        }
    };

    private final String formula;
    private final String errorFormula;

    EffectScale(String formula, String errorFormula) {
        this.formula = formula;
        this.errorFormula = errorFormula;
    }

    /** The value of a coefficient on this scale; also of its limits, because every scale rises with b. */
    abstract double of(double b);

    /** Standard error on this scale by the delta method. */
    abstract double error(double b, double error);

    /** Formula of the value, with b for the coefficient. */
    String formula() {
        return formula;
    }

    /** Formula of the standard error, with SE for that of the coefficient. */
    String errorFormula() {
        return errorFormula;
    }
}
