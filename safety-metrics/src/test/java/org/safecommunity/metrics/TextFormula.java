package org.safecommunity.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Computes the formulas that results explain themselves with, so that tests can work every step out again: + − · × /, √, ²,
 * ³, ½, a product without a sign (2x), exp, max, min, Gamma(p; shape, scale) and Beta(p; a, b).
 */
public final class TextFormula {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?(E[+-]?\\d+)?|½");
    private static final Pattern DEFINITION = Pattern.compile(", (?=[^ ,()]+ = )");
    private static final String ENDS_A_PRODUCT = "+−)/;,";

    private final String text;
    private final Map<String, Double> values;
    private int at;

    private TextFormula(String text, Map<String, Double> values) {
        this.text = text.replace(" ", "");
        this.values = values;
    }

    /** The value of an expression without names. */
    public static double value(String text) {
        return value(text, Map.of());
    }

    /** The value of an expression, which definitions of names may follow: {@code a·b, a = 2x, b = a/3}. */
    public static double value(String text, Map<String, Double> values) {
        Map<String, Double> known =
                new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        known.putAll(values);
        List<String> parts = parts(text);
        for (String definition : parts.subList(1, parts.size())) {
            int sign = definition.indexOf(" = ");
            known.put(definition.substring(0, sign), new TextFormula(definition.substring(sign + 3), known).all());
        }
        return new TextFormula(parts.get(0), known).all();
    }

    /** The names and numbers of a list such as {@code x = 3, n = 20}. */
    public static Map<String, Double> values(String text) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String part : Pattern.compile(", ").splitAsStream(text).toList()) {
            int sign = part.indexOf(" = ");
            values.put(part.substring(0, sign), Double.valueOf(part.substring(sign + 3)));
        }
        return values;
    }

    /** The expression and its definitions; a comma inside parentheses separates arguments instead. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        Matcher comma = DEFINITION.matcher(text);
        while (comma.find()) {
            String part = text.substring(start, comma.start());
            if (count(part, '(') == count(part, ')')) {
                parts.add(part);
                start = comma.end();
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private double all() {
        double value = sum();
        if (at != text.length()) {
            throw new IllegalArgumentException("cannot read " + text.substring(at) + " of " + text);
        }
        return value;
    }

    private double sum() {
        double value = product();
        while (true) {
            if (skip("+")) {
                value += product();
            } else if (skip("−")) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    private double product() {
        double value = power();
        while (true) {
            if (skip("·") || skip("×")) {
                value *= power();
            } else if (skip("/")) {
                value /= power();
            } else if (at < text.length() && ENDS_A_PRODUCT.indexOf(text.charAt(at)) < 0) {
                value *= power();
            } else {
                return value;
            }
        }
    }

    private double power() {
        if (skip("-") || skip("−")) {
            return -power();
        }
        if (skip("√")) {
            return Math.sqrt(power());
        }
        double value = primary();
        if (skip("²")) {
            return value * value;
        }
        return skip("³") ? value * value * value : value;
    }

    private double primary() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            at = number.end();
            return number.group().equals("½") ? 0.5 : Double.parseDouble(number.group());
        }
        if (skip("(")) {
            return closed();
        }
        if (skip("exp(")) {
            return Math.exp(closed());
        }
        for (String function : List.of("max(", "min(", "Gamma(", "Beta(")) {
            if (skip(function)) {
                return function(function);
            }
        }
        for (Map.Entry<String, Double> entry : values.entrySet()) {
            if (skip(entry.getKey())) {
                return entry.getValue();
            }
        }
        throw new IllegalArgumentException("cannot read " + text.substring(at) + " of " + text);
    }

    private double closed() {
        double value = sum();
        require(")");
        return value;
    }

    private double function(String name) {
        double first = sum();
        if (name.startsWith("m")) {
            require(",");
            double second = closed();
            return name.equals("max(") ? Math.max(first, second) : Math.min(first, second);
        }
        require(";");
        skip("shape=");
        double second = sum();
        require(",");
        skip("scale=");
        double third = closed();
        return name.equals("Gamma(")
                ? GammaDistribution.of(second, third).inverseCumulativeProbability(first)
                : BetaDistribution.of(second, third).inverseCumulativeProbability(first);
    }

    private boolean skip(String token) {
        if (text.startsWith(token, at)) {
            at += token.length();
            return true;
        }
        return false;
    }

    private void require(String token) {
        if (!skip(token)) {
            throw new IllegalArgumentException("expected " + token + " before " + text.substring(at) + " of " + text);
        }
    }
}
