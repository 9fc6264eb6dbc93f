package org.safecommunity.cli.report;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.risk.register.HazardEntry;
import org.safecommunity.risk.score.Colour;
import org.safecommunity.risk.score.Factor;
import org.safecommunity.risk.score.RiskScore;
import org.safecommunity.risk.score.Scheme;

/**
 * The hazards of a scheme counted by two factors, the first of the formula upwards and the last one to the right, both
 * rising. With two factors a cell has the colour of its score; with more, the highest colour among its hazards.
 *
 * @param scheme  scheme of all hazards
 * @param upwards first factor
 * @param across  last factor
 * @param cells   cells, from the top row to the bottom one, in a row from left to right
 */
record HeatMap(Scheme scheme, Factor upwards, Factor across, List<Cell> cells) {
    /**
     * A cell.
     *
     * @param up      value of the first factor
     * @param right   value of the last factor
     * @param hazards hazards in it
     * @param colour  colour; empty where it has no hazard and the scheme more factors
     */
    record Cell(BigDecimal up, BigDecimal right, List<HazardEntry> hazards, Optional<Colour> colour) {
        /** Hazards by colour, highest first, without those of 0. */
        Map<Colour, Long> byColour() {
            Map<Colour, Long> counts = new EnumMap<>(Colour.class);
            hazards.forEach(h -> counts.merge(h.colour(), 1L, Long::sum));
            return counts;
        }
    }

    HeatMap {
        cells = List.copyOf(cells);
    }

    /** Whether the colour of a cell follows from its two values. */
    boolean isWhole() {
        return scheme.factors().size() == 2;
    }

    /** The map of hazards that were rated by one scheme; empty for a scheme of one factor. */
    static Optional<HeatMap> of(List<HazardEntry> hazards) {
        Scheme scheme = hazards.get(0).ratings().current().scheme();
        int last = scheme.factors().size() - 1;
        if (last == 0) {
            return Optional.empty();
        }
        Factor upwards = scheme.factors().get(0);
        Factor across = scheme.factors().get(last);
        List<Cell> cells = new ArrayList<>();
        for (BigDecimal up : values(upwards, Comparator.reverseOrder())) {
            for (BigDecimal right : values(across, Comparator.naturalOrder())) {
                List<HazardEntry> there = hazards.stream()
                        .filter(h -> is(h, upwards, up) && is(h, across, right))
                        .toList();
                cells.add(new Cell(up, right, there, colour(scheme, upwards, up, across, right, there)));
            }
        }
        return Optional.of(new HeatMap(scheme, upwards, across, cells));
    }

    private static Optional<Colour> colour(
            Scheme scheme, Factor upwards, BigDecimal up, Factor across, BigDecimal right, List<HazardEntry> there) {
        if (scheme.factors().size() == 2) {
            RiskScore score = scheme.score(Map.of(upwards.name(), up, across.name(), right));
            return Optional.of(score.band().colour());
        }
        return there.stream().map(HazardEntry::colour).min(Comparator.naturalOrder());
    }

    private static boolean is(HazardEntry hazard, Factor factor, BigDecimal value) {
        return requireNonNull(hazard.ratings().current().factors().get(factor.name()))
                        .compareTo(value)
                == 0;
    }

    private static List<BigDecimal> values(Factor factor, Comparator<BigDecimal> order) {
        return factor.values().stream().map(v -> v.value()).sorted(order).toList();
    }
}
