package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowFilter;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.survey.WeightCalibration;
import org.safecommunity.metrics.survey.WeightCalibration.Factors;
import org.safecommunity.metrics.survey.WeightCalibration.Margin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Weights brought to known totals: the file with one column more. Memory grows with the rows. */
@Command(name = "calibrate")
public final class CalibrateCommand implements Callable<Integer> {
    private static final int ROUNDS = 1000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init")
    String file;

    @Option(names = "--margins", paramLabel = "FILE", required = true, descriptionKey = "survey-margins")
    @SuppressWarnings("NullAway.Init")
    String marginFile;

    @Option(names = "--method", paramLabel = "rake|poststratify", descriptionKey = "survey-calibration")
    String method = "rake";

    @Option(names = "--weight", paramLabel = "COL", descriptionKey = "survey-weight")
    @Nullable
    String weight;

    @Option(names = "--name", paramLabel = "COL", descriptionKey = "survey-calibrated-name")
    String name = "calibrated_weight";

    /** A row that is calibrated. */
    private record Unit(TableReader.Row row, List<String> levels, double weight) {}

    private final List<Unit> units = new ArrayList<>();
    private List<String> header = List.of();

    @Override
    public Integer call() {
        DesignOptions.choice("--method", method, "rake", "poststratify");
        MarginFile known = MarginFile.read(marginFile, common);
        List<Margin> margins = known.margins();
        if (method.equals("poststratify") && margins.size() > 1) {
            throw UserError.usage("error.poststratify", margins.size());
        }
        RowPass pass =
                RowPass.over(file, common, table -> RowFilter.of(List.of(), table), table -> start(table, margins));
        pass.requireRows();
        Factors factors = factors(margins, pass);
        List<Remark> remarks = new ArrayList<>(pass.remarks());
        remarks.add(new Remark("calibrated", Texts.get(common.locale(), "remark.calibrated", numbers(factors))));
        Envelope envelope = new Envelope(
                "survey calibrate", rows(factors), remarks, List.of(pass.provenance(), known.provenance()), options());
        if (common.format(Format.CSV) == Format.CSV) {
            String text = CalibratedTable.csv(header, name, lines(factors), common.excel());
            Printer.write(text, common.output(), spec.commandLine().getOut());
            Printer.remarks(envelope, common, spec);
        } else {
            Printer.print(envelope, common, spec, Format.CSV);
        }
        return common.strict() && pass.provenance().refused() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private RowPass.Sink start(TableReader table, List<Margin> margins) {
        header = table.header();
        if (header.contains(name)) {
            throw UserError.usage("error.name-taken", name, table.file().name());
        }
        int place = weight == null ? -1 : table.column(weight);
        List<Integer> places =
                margins.stream().map(margin -> table.column(margin.variable())).toList();
        return row -> {
            double before = place < 0 ? 1 : Cells.number(row.cell(place)).orElse(-1);
            if (before <= 0) {
                CellRefusal.refuse("not-a-positive-weight", table, row, place);
            }
            for (int column : places) {
                if (row.cell(column).isEmpty()) {
                    CellRefusal.refuse("missing-value", table, row, column);
                }
            }
            if (!table.findings().isRefused(row.line())) {
                units.add(new Unit(row, places.stream().map(row::cell).toList(), before));
            }
        };
    }

    private Factors factors(List<Margin> margins, RowPass pass) {
        try {
            WeightCalibration calibration = new WeightCalibration(margins);
            units.forEach(unit -> calibration.add(unit.levels(), unit.weight()));
            return calibration.factors(ROUNDS);
        } catch (IllegalArgumentException e) {
            throw UserError.input("error.calibration", pass.provenance().path(), String.valueOf(e.getMessage()));
        }
    }

    private static Object[] numbers(Factors factors) {
        return new Object[] {
            factors.rounds(),
            NumberText.shortest(rounded(factors.smallest())),
            NumberText.shortest(rounded(factors.largest())),
            NumberText.shortest(rounded(factors.kishBefore())),
            NumberText.shortest(rounded(factors.kishAfter()))
        };
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    private List<CalibratedTable.Line> lines(Factors factors) {
        return units.stream()
                .map(unit -> new CalibratedTable.Line(unit.row().cells(), unit.weight() * factors.of(unit.levels())))
                .toList();
    }

    private List<ResultRow> rows(Factors factors) {
        List<ResultRow> rows = new ArrayList<>();
        for (Unit unit : units) {
            double factor = factors.of(unit.levels());
            Map<String, String> item =
                    ResultRow.item("row", String.valueOf(unit.row().line()));
            rows.add(ResultRow.plain(item, "calibrated-weight", unit.weight() * factor, Map.of("factor", factor)));
        }
        return rows;
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("margins", marginFile);
        options.put("method", method);
        options.put("weight", weight);
        options.put("name", name);
        return options;
    }
}
