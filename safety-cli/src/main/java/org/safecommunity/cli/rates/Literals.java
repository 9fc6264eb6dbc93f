package org.safecommunity.cli.rates;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.shell.UserError;

/** Numbers given on the command line. */
final class Literals {
    private static final long MAX_COUNT = 1L << 53;

    private Literals() {}

    /** The value of an option that must be given. */
    static String required(@Nullable String value, String option, String example) {
        if (value == null) {
            throw UserError.usage("error.option-missing", option, example);
        }
        return value;
    }

    /** Two values joined by a comma. */
    static List<String> pair(String text, String option, String example) {
        String[] parts = text.split(",", -1);
        if (parts.length != 2) {
            throw UserError.usage("error.not-a-pair", option, text, example);
        }
        return List.of(parts[0].strip(), parts[1].strip());
    }

    /** A whole number of 0 or more. */
    static long count(String text, String option) {
        OptionalLong value = Cells.whole(text);
        if (value.isEmpty() || value.getAsLong() < 0 || value.getAsLong() > MAX_COUNT) {
            throw UserError.usage("error.not-a-count", option, text);
        }
        return value.getAsLong();
    }

    /** A finite number of 0 or more. */
    static double amount(String text, String option) {
        OptionalDouble value = Cells.number(text);
        if (value.isEmpty() || value.getAsDouble() < 0) {
            throw UserError.usage("error.not-an-amount", option, text);
        }
        return value.getAsDouble();
    }

    /**
     * Two numbers joined by a comma.
     *
     * @throws UserError (exit 2) if they are not two, or one is no number
     */
    static double[] pair(String text, String option) {
        String[] parts = text.split(",", -1);
        if (parts.length != 2) {
            throw UserError.usage("error.two-numbers", option, text);
        }
        return java.util.Arrays.stream(parts)
                .mapToDouble(part -> amount(part, option))
                .toArray();
    }
}
