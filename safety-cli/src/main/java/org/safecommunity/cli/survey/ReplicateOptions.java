package org.safecommunity.cli.survey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.ReplicateMethod;
import org.safecommunity.metrics.survey.ReplicateWeights;
import picocli.CommandLine.Option;

/** Replicate weights that came with the data: where they are and how their deviations add up. */
final class ReplicateOptions {
    @Option(
            names = "--replicate-weights",
            paramLabel = "COL,…|FILE",
            split = ",",
            descriptionKey = "survey-replicate-weights")
    List<String> weights = new ArrayList<>();

    @Option(names = "--scale", paramLabel = "X", descriptionKey = "survey-scale")
    @Nullable
    Double scale;

    @Option(names = "--rscales", paramLabel = "X,…", split = ",", descriptionKey = "survey-rscales")
    List<Double> rscales = new ArrayList<>();

    @Option(names = "--fay-rho", paramLabel = "X", descriptionKey = "survey-fay-rho")
    double rho = ReplicateMethod.FAY_RHO;

    /** Whether weights came with the data. */
    boolean given() {
        return !weights.isEmpty();
    }

    /**
     * Looks at the options before the file is read.
     *
     * @throws UserError (exit 2) if they do not go together
     */
    void check(ReplicateMethod method) {
        if (!given()) {
            if (scale != null || !rscales.isEmpty()) {
                throw UserError.usage("error.replicates-needed");
            }
            return;
        }
        boolean unknown = method == ReplicateMethod.OTHER && scale == null && rscales.isEmpty();
        if (unknown || (method == ReplicateMethod.JKN && rscales.isEmpty())) {
            throw UserError.usage("error.replicate-scale", method.label());
        }
        if (!(rho >= 0 && rho < 1)) {
            throw UserError.usage("error.fay-rho", String.valueOf(rho));
        }
    }

    /** Where the weights of the rows of a table come from. */
    Source source(TableReader table, CommonOptions common) {
        String first = weights.get(0);
        boolean file = weights.size() == 1
                && table.findColumn(first).isEmpty()
                && !first.endsWith("*")
                && Files.isRegularFile(Path.of(first));
        return file ? ReplicateFile.read(first, common) : Columns.of(weights, table);
    }

    /** Weights of no row yet. */
    ReplicateWeights start(ReplicateMethod method, int replicates) {
        boolean fixed = method == ReplicateMethod.BRR || method == ReplicateMethod.FAY;
        Double own = fixed ? null : scale;
        List<Double> factors = rscales.size() > 1
                ? rscales
                : Collections.nCopies(replicates, rscales.isEmpty() ? Double.valueOf(1) : rscales.get(0));
        if (factors.size() != replicates) {
            throw UserError.usage("error.rscales", factors.size(), replicates);
        }
        try {
            return ReplicateWeights.of(
                    method, own == null ? ReplicateWeights.scaleOf(method, replicates, rho) : own, factors);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    /** Adds the options in force to the provenance. */
    void echo(Map<String, Object> options) {
        if (given()) {
            options.put("replicateWeights", weights);
            options.put("scale", scale);
            options.put("rscales", rscales);
        }
    }

    /** The replicate weights of the rows of a table, in its order. */
    interface Source {
        /** Number of replicates. */
        int size();

        /** Replicate weights of the next row; null if one of them is no number. */
        double @Nullable [] next(TableReader.Row row);

        /** Is told that there are no more rows. */
        default void end(long rows) {}
    }

    /** Columns of the table itself; a name that ends in * stands for all that start with it. */
    private record Columns(List<Integer> places) implements Source {
        static Columns of(List<String> names, TableReader table) {
            List<Integer> places = new ArrayList<>();
            for (String name : names) {
                int before = places.size();
                if (name.endsWith("*")) {
                    String start = name.substring(0, name.length() - 1);
                    table.header().stream()
                            .filter(heading -> heading.startsWith(start))
                            .forEach(heading -> places.add(table.column(heading)));
                }
                if (places.size() == before) {
                    places.add(table.column(name));
                }
            }
            return new Columns(places);
        }

        @Override
        public int size() {
            return places.size();
        }

        @Override
        public double @Nullable [] next(TableReader.Row row) {
            return numbers(row, places);
        }
    }

    /** The numbers in some columns of a row; null if one is no number. */
    static double @Nullable [] numbers(TableReader.Row row, List<Integer> places) {
        double[] numbers = new double[places.size()];
        for (int i = 0; i < numbers.length; i++) {
            OptionalDouble number = Cells.number(row.cell(places.get(i)));
            if (number.isEmpty()) {
                return null;
            }
            numbers[i] = number.getAsDouble();
        }
        return numbers;
    }
}
