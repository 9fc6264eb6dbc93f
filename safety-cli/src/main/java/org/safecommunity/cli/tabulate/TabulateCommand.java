package org.safecommunity.cli.tabulate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.JsonText;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.read.RowFilter;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts of a register by stratum. */
@Command(name = "tabulate")
public final class TabulateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    String file;

    @Option(names = "--by", paramLabel = "[NAME=]COL[:PART]", split = ",", descriptionKey = "tabulate-by")
    List<String> by = new ArrayList<>();

    @Option(names = "--sum", paramLabel = "COL", split = ",", descriptionKey = "sum")
    List<String> sum = new ArrayList<>();

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "where")
    List<String> where = new ArrayList<>();

    @Option(names = "--missing", paramLabel = "COL=CODE,…|fail", descriptionKey = "missing")
    List<String> missing = new ArrayList<>();

    @Option(names = "--map", paramLabel = "NAME=FILE", descriptionKey = "map")
    List<String> map = new ArrayList<>();

    @Option(names = "--population", paramLabel = "FILE", descriptionKey = "population")
    @Nullable
    String population;

    @Option(names = "--population-column", paramLabel = "COL", descriptionKey = "population-column")
    String populationColumn = CountTable.PERSON_TIME;

    @Option(names = "--population-keep", paramLabel = "COL", split = ",", descriptionKey = "population-keep")
    List<String> populationKeep = new ArrayList<>();

    @Override
    public Integer call() {
        if (file == null || by.isEmpty()) {
            throw UserError.usage(
                    "error.option-missing",
                    file == null ? "FILE" : "--by",
                    "safety tabulate injuries.csv --by age:5y,sex");
        }
        try {
            return tabulate(file);
        } catch (OutOfMemoryError e) {
            throw UserError.usage("error.memory", String.join(", ", by));
        }
    }

    private int tabulate(String register) {
        CodeMaps maps = CodeMaps.of(map, common);
        AtomicReference<RegisterSink> sink = new AtomicReference<>();
        RowPass pass = RowPass.over(register, common, table -> RowFilter.of(where, table), table -> {
            Dimensions.Plan plan = Dimensions.plan(by, sum, missing, table, maps);
            plan.requireNames(populationKeep);
            int sums = plan.sums().size() + ofPopulation().size();
            CellCounter counter = new CellCounter(plan.dimensions().size(), sums);
            RegisterSink rows = new RegisterSink(table, plan, missing.contains(Dimensions.FAIL), counter);
            sink.set(rows);
            return rows;
        });
        pass.requireRows();
        RegisterSink counted = requireNonNull(sink.get());
        List<Remark> remarks = new ArrayList<>(pass.remarks());
        remarks.addAll(CountRemarks.of(counted, pass.provenance(), common.locale()));
        List<InputProvenance> inputs = new ArrayList<>(List.of(pass.provenance()));
        BitSet joined = new BitSet();
        if (population != null) {
            joined = join(population, counted, remarks, inputs);
        }
        CountTable table = CountTable.of(counted.plan(), ofPopulation(), counted.counter(), joined);
        print(table, new Envelope("tabulate", List.of(), remarks, inputs, options()));
        boolean refused = inputs.stream().anyMatch(input -> input.refused() > 0);
        return common.strict() && refused ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private BitSet join(String path, RegisterSink counted, List<Remark> remarks, List<InputProvenance> inputs) {
        List<Dimension> dimensions = counted.plan().dimensions();
        Population.Columns columns = new Population.Columns(populationColumn, populationKeep);
        Population read = Population.read(path, columns, dimensions, where, common);
        remarks.addAll(read.remarks());
        inputs.add(read.provenance());
        BitSet joined = PopulationJoin.join(counted.counter(), read, counted.plan());
        remarks.addAll(CountRemarks.ofJoin(counted, read, joined, common.locale()));
        return joined;
    }

    /** Columns of the output that come from the population. */
    private List<String> ofPopulation() {
        if (population == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>(List.of(CountTable.PERSON_TIME));
        names.addAll(populationKeep);
        return names;
    }

    private void print(CountTable table, Envelope run) {
        TableWriter writer = new TableWriter(table);
        Format format = common.format(Format.CSV);
        if (format == Format.CSV && common.output() == null) {
            writer.csv(spec.commandLine().getOut(), common.excel());
            spec.commandLine().getOut().flush();
        } else {
            String text =
                    switch (format) {
                        case CSV -> writer.csv(common.excel());
                        case TABLE -> writer.grid(common.locale(), false, common.explain());
                        case MARKDOWN -> writer.grid(common.locale(), true, common.explain());
                        case JSON ->
                            JsonText.of(new Envelope(
                                    run.command(),
                                    writer.rows(common.locale(), common.explain()),
                                    run.warnings(),
                                    run.inputs(),
                                    run.options()));
                    };
            Printer.write(text, common.output(), spec.commandLine().getOut());
        }
        Printer.remarks(run, common, spec);
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("by", by);
        options.put("sum", sum);
        options.put("where", where);
        options.put("missing", missing);
        options.put("map", map);
        if (population != null) {
            options.put("population", population);
            options.put("populationColumn", populationColumn);
            options.put("populationKeep", populationKeep);
        }
        return options;
    }
}
