package org.safecommunity.metrics.survey;

import java.util.Arrays;

/** Numbers in a growing array. */
final class DoubleVector {
    private double[] values = new double[16];
    private int size;

    static DoubleVector constant(double value, int size) {
        DoubleVector vector = new DoubleVector();
        vector.values = new double[Math.max(1, size)];
        Arrays.fill(vector.values, value);
        vector.size = size;
        return vector;
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    double get(int index) {
        return values[index];
    }

    void set(int index, double value) {
        values[index] = value;
    }

    void plus(int index, double value) {
        values[index] += value;
    }

    int size() {
        return size;
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
