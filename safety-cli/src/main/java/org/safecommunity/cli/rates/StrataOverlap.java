package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.rate.AgeBand;

/**
 * Strata that share people: age bands that overlap ({@code 0-17} beside {@code 0-4}), or a total beside its parts. Added
 * up, the same events and person-time would count twice.
 */
final class StrataOverlap {
    private static final Set<String> TOTALS = Set.of("total", "all", "all ages", "合计", "总计", "共计", "小计", "全部", "总");

    private StrataOverlap() {}

    /**
     * Refuses strata that overlap.
     *
     * @param strata labels of the strata of one group
     * @param file   file they come from
     * @param column column they stand in
     * @throws UserError (exit 3) naming two of them
     */
    static void refuse(Collection<String> strata, String file, String column) {
        find(strata).ifPresent(pair -> {
            throw UserError.input("error.strata-overlap", file, column, pair.first(), pair.second());
        });
    }

    /** Two labels that overlap. */
    record Pair(String first, String second) {}

    /** The first two that overlap; a whole number alone is a single age. */
    static Optional<Pair> find(Collection<String> strata) {
        List<Span> spans = new ArrayList<>();
        for (String label : strata) {
            if (TOTALS.contains(label.strip().toLowerCase(Locale.ROOT)) && strata.size() > 1) {
                return strata.stream()
                        .filter(other -> !other.equals(label))
                        .findFirst()
                        .map(other -> new Pair(other, label));
            }
            span(label).ifPresent(spans::add);
        }
        spans.sort(Comparator.comparingInt(Span::low).thenComparingInt(Span::high));
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).low() <= spans.get(i - 1).high()) {
                return Optional.of(
                        new Pair(spans.get(i - 1).label(), spans.get(i).label()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> span(String label) {
        String text = label.strip();
        if (text.matches("\\d{1,3}")) {
            int age = Integer.parseInt(text);
            return Optional.of(new Span(label, age, age));
        }
        return AgeBand.parse(text)
                .map(band -> new Span(label, band.low(), band.high().orElse(Integer.MAX_VALUE)));
    }

    private record Span(String label, int low, int high) {}
}
