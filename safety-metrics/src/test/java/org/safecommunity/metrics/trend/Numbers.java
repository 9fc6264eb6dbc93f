package org.safecommunity.metrics.trend;

import java.util.Arrays;

/** Lists of numbers in the reference files, separated by spaces. */
final class Numbers {
    private Numbers() {}

    static double[] of(String text) {
        return Arrays.stream(text.trim().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    static long[] whole(String text) {
        return Arrays.stream(of(text)).mapToLong(value -> (long) value).toArray();
    }
}
