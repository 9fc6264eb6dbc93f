package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.sampling.Allocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shares a sample out among strata. */
@Command(name = "allocate")
public final class AllocateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "allocation-file")
    @SuppressWarnings("NullAway.Init")
    String file;

    @Option(names = "--stratum", paramLabel = "COL", required = true, descriptionKey = "allocation-stratum")
    @SuppressWarnings("NullAway.Init")
    String stratum;

    @Option(names = "--population", paramLabel = "COL", required = true, descriptionKey = "allocation-population")
    @SuppressWarnings("NullAway.Init")
    String population;

    @Option(names = "--deviation", paramLabel = "COL", descriptionKey = "allocation-deviation")
    @Nullable
    String deviation;

    @Option(names = "--cost", paramLabel = "COL", descriptionKey = "allocation-cost")
    @Nullable
    String cost;

    @Option(names = "--size", paramLabel = "N", required = true, descriptionKey = "allocation-size")
    int size;

    @Option(names = "--allocation", paramLabel = "RULE", descriptionKey = "allocation-rule")
    String rule = "proportional";

    @Option(names = "--least", paramLabel = "K", descriptionKey = "allocation-least")
    int least = 2;

    private final List<Allocation.Stratum> strata = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    @Override
    public Integer call() {
        Allocation.Rule chosen = DesignOptions.choice("--allocation", rule, Allocation.Rule.values());
        if (chosen == Allocation.Rule.NEYMAN && deviation == null) {
            throw UserError.usage("error.option-missing", "--deviation", "--deviation sd");
        }
        if (chosen != Allocation.Rule.NEYMAN && (deviation != null || cost != null)) {
            throw UserError.usage("error.allocation-option", rule);
        }
        RowPass pass = RowPass.read(file, List.of(), common, this::start);
        Envelope envelope =
                new Envelope("survey allocate", rows(chosen), pass.remarks(), List.of(pass.provenance()), options());
        Printer.print(envelope, common, spec, Format.TABLE);
        return pass.exitCode(common);
    }

    private List<ResultRow> rows(Allocation.Rule chosen) {
        try {
            return Allocation.of(strata, size, least, chosen).results().stream()
                    .map(result -> ResultRow.of(result, Map.of(), common.locale(), common.explain()))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private RowPass.Sink start(TableReader table) {
        int name = table.column(stratum);
        int people = table.column(population);
        int spread = deviation == null ? -1 : table.column(deviation);
        int price = cost == null ? -1 : table.column(cost);
        return row -> {
            if (row.cell(name).isEmpty()) {
                CellRefusal.refuse("missing-value", table, row, name);
            } else if (names.contains(row.cell(name))) {
                CellRefusal.refuse("stratum-repeated", table, row, name);
            }
            OptionalLong units = Cells.whole(row.cell(people));
            if (units.isEmpty() || units.getAsLong() < 1) {
                CellRefusal.refuse("not-a-population", table, row, people);
            }
            double sd = number(row, spread, table, true);
            double each = number(row, price, table, false);
            if (!table.findings().isRefused(row.line())) {
                names.add(row.cell(name));
                strata.add(new Allocation.Stratum(row.cell(name), units.orElse(1), sd, each));
            }
        };
    }

    private static double number(TableReader.Row row, int column, TableReader table, boolean zero) {
        if (column < 0) {
            return 1;
        }
        OptionalDouble value = Cells.number(row.cell(column));
        boolean right = value.isPresent() && (value.getAsDouble() > 0 || (zero && value.getAsDouble() == 0));
        if (!right) {
            CellRefusal.refuse("not-a-measure", table, row, column);
        }
        return value.orElse(1);
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("stratum", stratum);
        options.put("population", population);
        options.put("deviation", deviation);
        options.put("cost", cost);
        options.put("size", (long) size);
        options.put("allocation", rule);
        options.put("least", (long) least);
        return options;
    }
}
