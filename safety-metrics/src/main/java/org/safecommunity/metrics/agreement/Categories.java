package org.safecommunity.metrics.agreement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The categories of ratings. Immutable.
 *
 * @param labels  the categories, in rising order where they are ordered; at least one, all different
 * @param ordered whether the order means something
 * @param values  the numbers they are; empty when one is not a number
 */
public record Categories(List<String> labels, boolean ordered, List<Double> values) {
    public Categories {
        labels = List.copyOf(labels);
        values = List.copyOf(values);
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("categories must not be empty");
        }
        if (labels.stream().distinct().count() < labels.size()) {
            throw new IllegalArgumentException("categories must be different");
        }
        if (!values.isEmpty() && values.size() != labels.size()) {
            throw new IllegalArgumentException("values must be as many as categories, was " + values.size());
        }
    }

    /**
     * Categories in the order given, from low to high.
     *
     * @param labels the categories, not empty, all different
     */
    public static Categories inOrder(List<String> labels) {
        return new Categories(labels, true, numbers(labels));
    }

    /**
     * The categories that occur: numbers in rising order ({@code 1} and {@code 1.0} are one), other texts as they are, without
     * an order.
     *
     * @param ratings ratings, not empty
     */
    public static Categories of(Collection<String> ratings) {
        List<Double> numbers = numbers(ratings);
        if (numbers.isEmpty()) {
            return new Categories(ratings.stream().distinct().toList(), false, List.of());
        }
        TreeMap<Double, String> sorted = new TreeMap<>(Comparator.naturalOrder());
        for (String rating : ratings) {
            sorted.putIfAbsent(number(rating).orElseThrow(), rating);
        }
        return new Categories(List.copyOf(sorted.values()), true, List.copyOf(sorted.keySet()));
    }

    /** Number of categories. */
    public int size() {
        return labels.size();
    }

    /** Whether a rating is one of the categories, by its text or its number. */
    public boolean holds(String rating) {
        return indexOf(rating) >= 0;
    }

    /** Position of a rating, by its text or its number; -1 when it is no category. */
    int indexOf(String rating) {
        int index = labels.indexOf(rating);
        OptionalDouble number = number(rating);
        return index >= 0 || number.isEmpty() ? index : values.indexOf(number.getAsDouble());
    }

    /** Positions of ratings, each looked up once. */
    Map<String, Integer> positions(Collection<String> ratings) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (String rating : ratings) {
            int index = indexOf(rating);
            if (index < 0) {
                throw new IllegalArgumentException(
                        "ratings must be categories (" + String.join(", ", labels) + "), one was not");
            }
            positions.put(rating, index);
        }
        return positions;
    }

    static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text.strip()) + 0d;
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static List<Double> numbers(Collection<String> texts) {
        List<Double> numbers = new ArrayList<>();
        for (String text : texts) {
            OptionalDouble number = number(text);
            if (number.isEmpty()) {
                return List.of();
            }
            numbers.add(number.getAsDouble());
        }
        return numbers;
    }
}
