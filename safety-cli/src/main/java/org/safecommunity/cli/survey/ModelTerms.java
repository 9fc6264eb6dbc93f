package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.regression.Design;

/**
 * The terms of a model as they are written: {@code age} (a number if all its cells are numbers, else a factor whose
 * reference is its first level in order), {@code belt=none} (a factor with a reference), {@code age:belt} (their product).
 */
final class ModelTerms {
    private static final int MOST_LEVELS = 50;

    private final Map<String, String> references = new LinkedHashMap<>();
    private final List<String> terms = new ArrayList<>();

    ModelTerms(List<String> written) {
        for (String term : written) {
            int equals = term.indexOf('=');
            String name = equals < 0 ? term : term.substring(0, equals);
            if (equals >= 0) {
                references.put(name, term.substring(equals + 1));
            }
            terms.add(name);
        }
        if (terms.stream().distinct().count() < terms.size()) {
            throw UserError.usage("error.terms-twice", String.join(", ", terms));
        }
    }

    /** The columns that are read, each once. */
    List<String> columns() {
        return terms.stream()
                .flatMap(term -> List.of(term.split(":", -1)).stream())
                .distinct()
                .toList();
    }

    /** The terms in order, without their references. */
    List<String> names() {
        return terms;
    }

    /** The design of rows, each with the cells of {@link #columns}. */
    Design design(List<List<String>> rows) {
        Design.Builder builder = Design.builder(rows.size()).intercept();
        List<String> columns = columns();
        List<String> added = new ArrayList<>();
        for (String term : terms) {
            List<String> parts = List.of(term.split(":", -1));
            for (String part : parts) {
                if (!added.contains(part)) {
                    added.add(part);
                    int place = columns.indexOf(part);
                    add(builder, part, rows.stream().map(row -> row.get(place)).toList());
                }
            }
            if (parts.size() == 2) {
                builder.interaction(parts.get(0), parts.get(1));
            } else if (parts.size() > 2) {
                throw UserError.usage("error.terms-product", term);
            }
        }
        return builder.build();
    }

    private void add(Design.Builder builder, String name, List<String> cells) {
        double[] numbers = new double[cells.size()];
        boolean numeric = !references.containsKey(name);
        for (int i = 0; i < numbers.length && numeric; i++) {
            OptionalDouble number = Cells.number(cells.get(i));
            numeric = number.isPresent();
            numbers[i] = number.orElse(0);
        }
        if (numeric) {
            builder.numeric(name, numbers);
            return;
        }
        TreeSet<String> levels = new TreeSet<>(cells);
        if (levels.size() > MOST_LEVELS) {
            throw UserError.usage("error.many-levels", name, levels.size(), MOST_LEVELS);
        }
        String reference = references.getOrDefault(name, levels.first());
        if (!levels.contains(reference)) {
            throw UserError.usage("error.no-level", reference, name, SurveyOutput.names(levels));
        }
        if (levels.size() < 2) {
            throw UserError.input("error.one-level", name, reference);
        }
        builder.factor(name, cells, reference);
    }
}
