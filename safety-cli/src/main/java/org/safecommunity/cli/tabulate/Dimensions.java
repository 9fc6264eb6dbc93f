package org.safecommunity.cli.tabulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.UserError;

/** Reads {@code --by}, {@code --sum} and {@code --missing} against the header of the register. */
final class Dimensions {
    /** Word of {@code --missing} that refuses rows with a missing value. */
    static final String FAIL = "fail";

    private final TableReader table;
    private final CodeMaps maps;
    private final Map<Integer, Set<String>> missing = new HashMap<>();

    private Dimensions(TableReader table, CodeMaps maps) {
        this.table = table;
        this.maps = maps;
    }

    /** What to count: the dimensions, and the columns to add up with the codes that mean a missing amount. */
    record Plan(List<Dimension> dimensions, List<Summed> sums) {
        Plan {
            dimensions = List.copyOf(dimensions);
            sums = List.copyOf(sums);
        }

        /**
         * Refuses columns of the output that would have the same name.
         *
         * @param kept columns of a population that are kept
         * @throws UserError (exit 2) naming the column
         */
        void requireNames(List<String> kept) {
            Set<String> seen = new HashSet<>(Set.of(CountTable.EVENTS, CountTable.PERSON_TIME));
            for (Dimension dimension : dimensions) {
                if (!seen.add(dimension.name())) {
                    throw UserError.usage("error.dimension-twice", dimension.name());
                }
            }
            seen.add(CountTable.PERSON_TIME_IN_JSON);
            for (Summed sum : sums) {
                if (!seen.add(sum.name())) {
                    throw UserError.usage("error.sum-twice", "--sum", sum.name());
                }
            }
            for (String name : kept) {
                if (!seen.add(name)) {
                    throw UserError.usage("error.sum-twice", "--population-keep", name);
                }
            }
        }
    }

    /** A column that is added up. */
    record Summed(String name, int column, Set<String> missing) {
        Summed {
            missing = Set.copyOf(missing);
        }
    }

    /**
     * Reads the options.
     *
     * @throws UserError (exit 2) if a column or part is not known, or a missing code belongs to no column that is used
     */
    static Plan plan(List<String> by, List<String> sum, List<String> missing, TableReader table, CodeMaps maps) {
        Dimensions reader = new Dimensions(table, maps);
        missing.stream().filter(text -> !text.equals(FAIL)).forEach(reader::addMissing);
        List<Dimension> dimensions = by.stream().map(reader::dimension).toList();
        List<Summed> sums = sum.stream().map(reader::summed).toList();
        Plan plan = new Plan(dimensions, sums);
        reader.requireMissingUsed(plan);
        return plan;
    }

    /** {@code COL}, {@code COL:PART} or {@code NAME=COL:PART}; a text that is a column as a whole is that column. */
    private Dimension dimension(String text) {
        if (table.findColumn(text).isPresent()) {
            return of(text, text, Part.WHOLE);
        }
        int equals = text.indexOf('=');
        String name = equals > 0 ? text.substring(0, equals).strip() : "";
        String rest = text.substring(equals + 1).strip();
        int colon = rest.lastIndexOf(':');
        if (table.findColumn(rest).isPresent() || colon < 0) {
            return of(name.isEmpty() ? rest : name, rest, Part.WHOLE);
        }
        String column = rest.substring(0, colon).strip();
        Part part = part(rest.substring(colon + 1).strip(), text);
        return of(name.isEmpty() ? column : name, column, part);
    }

    private Dimension of(String name, String column, Part part) {
        int position = table.column(column);
        return new Dimension(name, column, position, part, missing.getOrDefault(position, Set.of()));
    }

    private Part part(String text, String whole) {
        List<Supplier<Optional<Part>>> ways =
                List.of(() -> AgePart.parse(text), () -> DatePart.parse(text), () -> maps.find(text));
        return ways.stream()
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> unknownPart(text, whole));
    }

    private UserError unknownPart(String text, String whole) {
        List<String> known = new ArrayList<>(List.of("5y", "10y", "0/1/5/15/65"));
        Arrays.stream(DatePart.values()).map(DatePart::toString).forEach(known::add);
        known.addAll(maps.names());
        String near = Nearest.of(text, known);
        return UserError.usage("error.part", text, whole, near.isEmpty() ? String.join(", ", known) : near);
    }

    private Summed summed(String column) {
        int position = table.column(column);
        return new Summed(column, position, missing.getOrDefault(position, Set.of()));
    }

    private void addMissing(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw UserError.usage("error.missing-form", text);
        }
        int column = table.column(text.substring(0, equals).strip());
        Set<String> codes = missing.computeIfAbsent(column, key -> new HashSet<>());
        Arrays.stream(text.substring(equals + 1).split("[,|]", -1))
                .map(PlainCodes::plain)
                .forEach(codes::add);
    }

    private void requireMissingUsed(Plan plan) {
        Set<Integer> used = plan.dimensions().stream().map(Dimension::column).collect(Collectors.toSet());
        plan.sums().forEach(sum -> used.add(sum.column()));
        missing.keySet().stream()
                .filter(column -> !used.contains(column))
                .findFirst()
                .ifPresent(column -> {
                    throw UserError.usage("error.missing-unused", table.header().get(column));
                });
    }
}
