package org.safecommunity.metrics.evaluation;

import java.util.Arrays;

/** Lists of numbers in the reference files, separated by spaces. */
final class Numbers {
    private Numbers() {}

    static double[] of(String text) {
        return Arrays.stream(text.trim().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
