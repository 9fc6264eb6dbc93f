package org.safecommunity.cli.risk;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.uncertain.UncertainRating;

/**
 * What is known of a factor, as text: {@code 3}, an interval {@code 1..3}, least/most likely/greatest {@code 1/3/6}, or an
 * expert distribution {@code 1:0.3,3:0.5,6:0.2}.
 */
final class RatingText {
    private RatingText() {}

    /**
     * Reads a rating.
     *
     * @throws UserError (exit 2) if the text is none of these
     */
    static UncertainRating parse(String option, String text) {
        try {
            if (text.contains(":")) {
                return distribution(option, text);
            }
            if (text.contains("..")) {
                List<BigDecimal> ends = numbers(option, text, "\\.\\.", 2);
                return new UncertainRating.Range(ends.get(0), ends.get(1));
            }
            if (text.contains("/")) {
                List<BigDecimal> three = numbers(option, text, "/", 3);
                return new UncertainRating.Triple(three.get(0), three.get(1), three.get(2));
            }
            BigDecimal number = number(option, text, text);
            return new UncertainRating.Range(number, number);
        } catch (IllegalArgumentException e) {
            throw UserError.usage("error.rating-text", option, String.valueOf(e.getMessage()));
        }
    }

    private static UncertainRating distribution(String option, String text) {
        SortedMap<BigDecimal, BigDecimal> shares = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            List<BigDecimal> pair = numbers(option, part, ":", 2);
            if (shares.put(pair.get(0), pair.get(1)) != null) {
                throw new IllegalArgumentException(
                        "number must be given once, was " + pair.get(0).toPlainString() + " twice");
            }
        }
        return new UncertainRating.Distribution(shares);
    }

    private static List<BigDecimal> numbers(String option, String text, String separator, int size) {
        List<String> parts = List.of(text.split(separator, -1));
        if (parts.size() != size) {
            throw UserError.usage("error.rating-form", option, text);
        }
        return parts.stream().map(part -> number(option, part, text)).toList();
    }

    private static BigDecimal number(String option, String part, String text) {
        return Cells.decimal(part).orElseThrow(() -> UserError.usage("error.rating-form", option, text));
    }
}
