package org.safecommunity.metrics.rate;

import java.util.Locale;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Working;

/** Steps of the working that several rates share. */
final class IntervalSteps {
    private IntervalSteps() {}

    /** The error probability at each limit, and z. */
    static Step tail(Locale locale, Confidence confidence) {
        return new Working(locale).tail(confidence).steps().get(0);
    }

    /** A formula in x, tail and z with the numbers put in. */
    static String substitute(String formula, long events, Confidence confidence) {
        String x = NumberText.shortest(events);
        return formula.replace("x + 1", NumberText.shortest(events + 1d))
                .replace("(x+1)", "(" + NumberText.shortest(events + 1d) + ")")
                .replace("x + ½", NumberText.shortest(events + 0.5))
                .replace("9x", "9·" + x)
                .replace("max", "m\u0000")
                .replace("exp", "e\u0000p")
                .replace("x", x)
                .replace("m\u0000", "max")
                .replace("e\u0000p", "exp")
                .replace("tail", NumberText.shortest(confidence.tail()))
                .replace("z", NumberText.shortest(confidence.z()));
    }
}
