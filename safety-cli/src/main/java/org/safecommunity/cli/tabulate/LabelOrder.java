package org.safecommunity.cli.tabulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.metrics.rate.AgeBand;

/**
 * The order of the labels of a dimension: numbers and age bands upwards, dates forwards, all others as they first appear;
 * the empty label last.
 */
final class LabelOrder {
    private static final Pattern DATE = Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2})?|-Q[1-4]|-W\\d{2})");

    private LabelOrder() {}

    /** Numbers of the labels in order. */
    static int[] sorted(Dictionary dictionary) {
        List<Integer> named = new ArrayList<>();
        List<Integer> empty = new ArrayList<>();
        for (int id = 0; id < dictionary.size(); id++) {
            (dictionary.label(id).isEmpty() ? empty : named).add(id);
        }
        named.sort(natural(dictionary, named)
                .thenComparingLong(dictionary::first)
                .thenComparing(dictionary::label, Comparator.naturalOrder()));
        named.addAll(empty);
        return named.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Comparator<Integer> natural(Dictionary dictionary, List<Integer> ids) {
        Map<Integer, Span> spans = new HashMap<>();
        boolean dates = true;
        for (int id : ids) {
            String label = dictionary.label(id);
            span(label).ifPresent(span -> spans.put(id, span));
            dates &= DATE.matcher(label).matches();
        }
        if (spans.size() == ids.size()) {
            return Comparator.comparing(spans::get);
        }
        return dates ? Comparator.comparing(dictionary::label) : Comparator.comparing(id -> 0);
    }

    private static Optional<Span> span(String label) {
        OptionalDouble number = Cells.number(label);
        if (number.isPresent()) {
            return Optional.of(new Span(number.getAsDouble() + 0d, number.getAsDouble() + 0d));
        }
        return AgeBand.parse(label).map(band -> new Span(band.low(), band.high().orElse(Integer.MAX_VALUE)));
    }

    /** A number, or the bounds of an age band. */
    private record Span(double low, double high) implements Comparable<Span> {
        @Override
        public int compareTo(Span other) {
            int order = Double.compare(low, other.low);
            return order != 0 ? order : Double.compare(high, other.high);
        }
    }
}
