package org.safecommunity.cli.tabulate;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A column of exact decimal sums. An exact sum does not depend on the order of its terms, so the parts of a file may be
 * added up in any order with the same outcome. Sums are whole numbers of the smallest decimal unit seen; where one does
 * not fit into a {@code long}, the column goes over to {@link BigDecimal}.
 */
final class ExactSums {
    private static final int MOST_DECIMALS = 9;

    private long[] units = new long[16];
    private int scale;
    private BigDecimal @Nullable [] wide;

    /** Adds to a sum. */
    void add(int cell, BigDecimal term) {
        reserve(cell);
        if (wide == null && !addUnits(cell, term)) {
            widen();
        }
        if (wide != null) {
            wide[cell] = sum(cell).add(term);
        }
    }

    /** The exact sum; 0 where nothing was added. */
    BigDecimal sum(int cell) {
        if (wide != null) {
            BigDecimal sum = cell < wide.length ? wide[cell] : null;
            return sum == null ? BigDecimal.ZERO : sum;
        }
        return cell < units.length ? BigDecimal.valueOf(units[cell], scale) : BigDecimal.ZERO;
    }

    private boolean addUnits(int cell, BigDecimal term) {
        try {
            int decimals = Math.max(0, term.stripTrailingZeros().scale());
            if (decimals > MOST_DECIMALS) {
                return false;
            }
            if (decimals > scale) {
                rescale(decimals);
            }
            units[cell] = Math.addExact(
                    units[cell], term.setScale(scale).unscaledValue().longValueExact());
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private void rescale(int decimals) {
        long factor = BigDecimal.TEN.pow(decimals - scale).longValueExact();
        long[] finer = new long[units.length];
        for (int i = 0; i < units.length; i++) {
            finer[i] = Math.multiplyExact(units[i], factor);
        }
        units = finer;
        scale = decimals;
    }

    private void widen() {
        BigDecimal[] sums = new BigDecimal[units.length];
        for (int i = 0; i < units.length; i++) {
            sums[i] = BigDecimal.valueOf(units[i], scale);
        }
        wide = sums;
        units = new long[0];
    }

    private void reserve(int cell) {
        if (wide != null && cell >= wide.length) {
            wide = Arrays.copyOf(wide, Math.max(cell + 1, wide.length + (wide.length >> 1)));
        } else if (wide == null && cell >= units.length) {
            units = Arrays.copyOf(units, Math.max(cell + 1, units.length + (units.length >> 1)));
        }
    }
}
