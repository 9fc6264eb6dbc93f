package org.safecommunity.metrics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.internal.Checks;

/**
 * Columns of a regression, each with a name: one row for each observation. Immutable.
 *
 * <p>The intercept is called {@code (Intercept)}, a numeric covariate by its name, a level of a factor
 * {@code factor=level} and a product {@code first:second}. Factors have treatment contrasts: one column for each level but
 * the reference, 1 in the rows of that level.
 */
public final class Design {
    /** Name of the column of ones. */
    public static final String INTERCEPT = "(Intercept)";

    /** Largest value whose products and squares stay finite. */
    private static final double LARGEST = 1e70;

    private final int rows;
    private final List<String> names;
    private final double[][] columns;
    private final Map<String, List<String>> terms;

    private Design(int rows, Map<String, double[]> columns, Map<String, List<String>> terms) {
        this.rows = rows;
        this.names = List.copyOf(columns.keySet());
        this.columns = columns.values().toArray(double[][]::new);
        this.terms = new LinkedHashMap<>(terms);
    }

    /**
     * Starts a design.
     *
     * @param rows number of observations, 1 or more
     * @throws IllegalArgumentException if rows is less than 1
     */
    public static Builder builder(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be 1 or more, was " + rows);
        }
        return new Builder(rows);
    }

    /** An intercept and one numeric covariate: a straight line. */
    public static Design line(String name, double[] values) {
        return builder(values.length).intercept().numeric(name, values).build();
    }

    /** Number of observations. */
    public int rows() {
        return rows;
    }

    /** Number of columns. */
    public int size() {
        return names.size();
    }

    /** Names of the columns in order. */
    public List<String> names() {
        return names;
    }

    /**
     * Position of a column.
     *
     * @throws IllegalArgumentException if there is no column of that name
     */
    public int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("column must be one of " + String.join(", ", names) + ", was " + name);
        }
        return index;
    }

    /**
     * Names of the columns of a term: one for a covariate, one for each level but the reference for a factor.
     *
     * @throws IllegalArgumentException if there is no term of that name
     */
    public List<String> term(String name) {
        return known(terms, name);
    }

    /** The value of a column in a row, both counted from 0. */
    public double value(int row, int column) {
        return columns[column][row];
    }

    /** The values of a row, from 0, one for each column. */
    public double[] row(int row) {
        double[] values = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            values[j] = columns[j][row];
        }
        return values;
    }

    /** Names of the columns that depend linearly on columns before them; empty for a design that can be fitted. */
    public List<String> dependentColumns() {
        return new Qr(columns).dependent().stream().map(names::get).toList();
    }

    /** The columns, each row multiplied by a factor. */
    double[][] scaled(double[] factors) {
        double[][] scaled = new double[columns.length][rows];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < rows; i++) {
                scaled[j][i] = columns[j][i] * factors[i];
            }
        }
        return scaled;
    }

    /** The design of some of the rows. */
    Design select(int[] selected) {
        Map<String, double[]> chosen = new LinkedHashMap<>();
        for (int j = 0; j < columns.length; j++) {
            double[] column = columns[j];
            chosen.put(
                    names.get(j),
                    Arrays.stream(selected).mapToDouble(i -> column[i]).toArray());
        }
        return new Design(selected.length, chosen, terms);
    }

    /** Requires independent columns. */
    void requireFullRank() {
        Qr qr = new Qr(columns);
        if (qr.dependent().isEmpty()) {
            return;
        }
        int column = qr.dependent().get(0);
        double[] c = qr.nullSpace().get(0);
        List<String> others = new ArrayList<>();
        for (int j = 0; j < column; j++) {
            if (Math.abs(c[j]) * largest(j) > 1e-8 * largest(column)) {
                others.add(names.get(j));
            }
        }
        throw new DependentColumnsException(
                qr.dependent().stream().map(names::get).toList(), names.get(column), others);
    }

    private double largest(int column) {
        return Arrays.stream(columns[column]).map(Math::abs).max().orElse(0);
    }

    private static List<String> known(Map<String, List<String>> terms, String name) {
        List<String> columns = terms.get(name);
        if (columns == null) {
            throw new IllegalArgumentException(
                    "term must be one of " + String.join(", ", terms.keySet()) + ", was " + name);
        }
        return columns;
    }

    /** Collects the terms of a design in order. */
    public static final class Builder {
        private final int rows;
        private final Map<String, double[]> columns = new LinkedHashMap<>();
        private final Map<String, List<String>> terms = new LinkedHashMap<>();

        private Builder(int rows) {
            this.rows = rows;
        }

        /** Adds the column of ones. */
        public Builder intercept() {
            double[] ones = new double[rows];
            Arrays.fill(ones, 1);
            return add(INTERCEPT, Map.of(INTERCEPT, ones));
        }

        /**
         * Adds a numeric covariate.
         *
         * @param name   name of the term and its column, not blank, not used yet
         * @param values finite, at most 1e70 in size, one for each row
         * @throws IllegalArgumentException if the name is blank or used, the number of values is not that of the rows, or
         *     a value is not finite or too large
         */
        public Builder numeric(String name, double[] values) {
            size(values.length, name);
            for (int i = 0; i < rows; i++) {
                if (!(Math.abs(values[i]) <= LARGEST)) {
                    throw new IllegalArgumentException(name + "[" + i
                            + "] must be finite and at most 1e70 in size, was " + NumberText.shortest(values[i]));
                }
            }
            return add(name, Map.of(name, values.clone()));
        }

        /**
         * Adds a factor with treatment contrasts; the columns are in the order in which the levels appear.
         *
         * @param name      name of the term, not blank, not used yet
         * @param values    level of each row
         * @param reference level without a column; one that occurs
         * @throws IllegalArgumentException if the name is blank or used, the number of values is not that of the rows,
         *     there are fewer than two levels, or the reference does not occur
         */
        public Builder factor(String name, List<String> values, String reference) {
            size(values.size(), name);
            Set<String> levels = new LinkedHashSet<>(values);
            if (levels.size() < 2) {
                throw new IllegalArgumentException(name + " must have two levels or more, was " + levels);
            }
            if (!levels.remove(reference)) {
                throw new IllegalArgumentException("reference of " + name + " must be a level that occurs, was "
                        + reference + "; levels are " + String.join(", ", levels));
            }
            Map<String, double[]> added = new LinkedHashMap<>();
            for (String level : levels) {
                added.put(
                        name + "=" + level,
                        values.stream()
                                .mapToDouble(value -> value.equals(level) ? 1 : 0)
                                .toArray());
            }
            return add(name, added);
        }

        /**
         * Adds the interaction of two terms: the products of their columns, named {@code first:second}.
         *
         * @throws IllegalArgumentException if a term is not known or the interaction was added before
         */
        public Builder interaction(String first, String second) {
            Map<String, double[]> added = new LinkedHashMap<>();
            for (String b : known(terms, second)) {
                for (String a : known(terms, first)) {
                    added.put(a + ":" + b, product(column(a), column(b)));
                }
            }
            return add(first + ":" + second, added);
        }

        /**
         * The design.
         *
         * @throws IllegalArgumentException if no term was added
         */
        public Design build() {
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("design must have a column");
            }
            return new Design(rows, columns, terms);
        }

        private Builder add(String term, Map<String, double[]> added) {
            Checks.text(term, "name of a term");
            for (String name : added.keySet()) {
                if (columns.containsKey(name) || terms.containsKey(term)) {
                    throw new IllegalArgumentException("name of a term must not be used yet, was " + term);
                }
            }
            columns.putAll(added);
            terms.put(term, List.copyOf(added.keySet()));
            return this;
        }

        private double[] column(String name) {
            return java.util.Objects.requireNonNull(columns.get(name), name);
        }

        private void size(int length, String name) {
            if (length != rows) {
                throw new IllegalArgumentException(
                        name + " must have one value for each of the " + rows + " rows, was " + length);
            }
        }

        private static double[] product(double[] a, double[] b) {
            double[] product = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                product[i] = a[i] * b[i];
            }
            return product;
        }
    }
}
