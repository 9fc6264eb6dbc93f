package org.safecommunity.metrics.rate;

import java.util.Locale;
import java.util.regex.Pattern;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;
import org.safecommunity.metrics.internal.Working;

/** Steps of the working that several rates share. */
final class IntervalSteps {
    /** What a formula may name; words that only contain a symbol come first and stay as they are. */
    private static final Pattern SYMBOL = Pattern.compile("exp|max|tail|9x|x \\+ [1½]|\\(x\\+1\\)|x|z");

    private IntervalSteps() {}

    /** The error probability at each limit, and z. */
    static Step tail(Locale locale, Confidence confidence) {
        return new Working(locale).tail(confidence).steps().get(0);
    }

    /** A limit of a Poisson count: its formula with the count, tail and z put in. */
    static Step countLimit(
            Locale locale, String labelKey, String formula, long events, Confidence confidence, double limit) {
        if (events == 0 && limit == 0) {
            return Step.calculation(Messages.text(locale, labelKey), "0 (x = 0)", "0", limit, "");
        }
        String numbers = substitute(formula, events, confidence);
        return Step.calculation(Messages.text(locale, labelKey), formula, numbers, limit, "");
    }

    /** A formula in x, tail and z with the numbers put in. */
    static String substitute(String formula, long events, Confidence confidence) {
        return SYMBOL.matcher(formula).replaceAll(match -> switch (match.group()) {
            case "x" -> NumberText.shortest(events);
            case "9x" -> "9·" + NumberText.shortest(events);
            case "x + 1", "(x+1)" -> NumberText.shortest(events + 1d);
            case "x + ½" -> NumberText.shortest(events + 0.5);
            case "tail" -> NumberText.shortest(confidence.tail());
            case "z" -> signed(confidence.z());
            default -> match.group();
        });
    }

    private static String signed(double value) {
        String text = NumberText.shortest(value);
        return value < 0 ? "(" + text + ")" : text;
    }
}
