package org.safecommunity.metrics.work;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.safecommunity.metrics.internal.Working;

/**
 * A numerator or denominator as written in the data: quantities joined by {@code *} and {@code +}, alternatives by {@code |}.
 * The first alternative whose quantities are all given counts. The empty text is the number 1. Immutable.
 */
public final class QuantityExpression {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final String text;
    /** Alternatives of sums of products of names. */
    private final List<List<List<String>>> alternatives;

    private QuantityExpression(String text, List<List<List<String>>> alternatives) {
        this.text = text;
        this.alternatives = alternatives;
    }

    /**
     * Reads an expression.
     *
     * @param text e.g. {@code economic_loss_10k|direct_loss_10k+indirect_loss_10k}, not null; empty for 1
     * @return the expression
     * @throws IllegalArgumentException if a name is not made of small letters, digits and underscores
     */
    public static QuantityExpression parse(String text) {
        List<List<List<String>>> alternatives = new ArrayList<>();
        if (!text.isBlank()) {
            for (String sum : text.split("\\|", -1)) {
                List<List<String>> products = new ArrayList<>();
                for (String product : sum.split("\\+", -1)) {
                    products.add(names(product, text));
                }
                alternatives.add(List.copyOf(products));
            }
        }
        return new QuantityExpression(text.strip(), List.copyOf(alternatives));
    }

    private static List<String> names(String product, String text) {
        List<String> names = new ArrayList<>();
        for (String name : product.split("\\*", -1)) {
            if (!NAME.matcher(name.strip()).matches()) {
                throw new IllegalArgumentException(
                        "an expression must be quantities (small letters, digits, _) joined by" + " +, * and |, was \""
                                + text + "\"");
            }
            names.add(name.strip());
        }
        return List.copyOf(names);
    }

    /** Every quantity of the expression, in order. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        alternatives.forEach(sum -> sum.forEach(names::addAll));
        return names;
    }

    /** The quantities that lack for the first alternative; empty when the expression can be computed. */
    Set<String> missing(Map<String, Double> given) {
        if (isOne() || chosen(given).isPresent()) {
            return Set.of();
        }
        Set<String> missing = new LinkedHashSet<>();
        alternatives.get(0).forEach(missing::addAll);
        missing.removeAll(given.keySet());
        return missing;
    }

    /** The quantities that are used. */
    Set<String> used(Map<String, Double> given) {
        Set<String> used = new LinkedHashSet<>();
        chosen(given).ifPresent(sum -> sum.forEach(used::addAll));
        return used;
    }

    boolean isOne() {
        return alternatives.isEmpty();
    }

    double value(Map<String, Double> given) {
        if (isOne()) {
            return 1;
        }
        double sum = 0;
        for (List<String> product : chosen(given).orElseThrow()) {
            double value = 1;
            for (String name : product) {
                value *= given.getOrDefault(name, 0d);
            }
            sum += value;
        }
        return sum;
    }

    /** The alternative that is used, as a formula. */
    String formula(Map<String, Double> given) {
        return write(given, name -> name);
    }

    /** The alternative that is used, with the numbers put in. */
    String numbers(Map<String, Double> given) {
        return write(given, name -> Working.num(given.getOrDefault(name, 0d)));
    }

    private String write(Map<String, Double> given, java.util.function.UnaryOperator<String> term) {
        if (isOne()) {
            return "1";
        }
        List<List<String>> sum = chosen(given).orElseThrow();
        String joined = String.join(
                " + ",
                sum.stream()
                        .map(product ->
                                String.join(" × ", product.stream().map(term).toList()))
                        .toList());
        boolean single = sum.size() == 1 && sum.get(0).size() == 1;
        return single ? joined : "(" + joined + ")";
    }

    private Optional<List<List<String>>> chosen(Map<String, Double> given) {
        return alternatives.stream()
                .filter(sum -> sum.stream().allMatch(given.keySet()::containsAll))
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuantityExpression that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
