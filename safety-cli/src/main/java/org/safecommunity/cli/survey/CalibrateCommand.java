package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.safecommunity.metrics.survey.Calibration;
import org.safecommunity.metrics.survey.CalibrationMethod;
import org.safecommunity.metrics.survey.WeightCalibration.Margin;
import org.safecommunity.metrics.survey.WeightTrimming;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Weights brought to known totals: the file with one column more. Memory grows with the rows. */
@Command(name = "calibrate")
public final class CalibrateCommand implements Callable<Integer> {
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

    @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "survey-calibration")
    String method = "rake";

    @Option(names = "--bounds", paramLabel = "L,U", split = ",", descriptionKey = "survey-bounds")
    List<Double> bounds = new ArrayList<>();

    @Option(names = "--trim", paramLabel = "K", descriptionKey = "survey-trim")
    @Nullable
    Double trim;

    @Option(names = "--weight", paramLabel = "COL", descriptionKey = "survey-weight")
    @Nullable
    String weight;

    @Option(names = "--name", paramLabel = "COL", descriptionKey = "survey-calibrated-name")
    String name = "calibrated_weight";

    /** A row that is calibrated. */
    private record Unit(TableReader.Row row, double weight) {}

    private final List<Unit> units = new ArrayList<>();
    private @Nullable CalibratedUnits calibrated;
    private List<Double> after = List.of();
    private List<String> header = List.of();

    @Override
    public Integer call() {
        CalibrationMethod how = CalibrationOptions.method("--method", method, bounds);
        if (trim != null && !(trim > 1 && trim < Double.POSITIVE_INFINITY)) {
            throw UserError.usage("error.trim", trim);
        }
        MarginFile known = MarginFile.read(marginFile, common);
        List<Margin> margins = known.margins();
        if (how == CalibrationMethod.POSTSTRATIFY && (margins.size() > 1 || Calibration.isNumber(margins.get(0)))) {
            throw UserError.usage("error.poststratify", margins.size());
        }
        RowPass pass =
                RowPass.over(file, common, table -> RowFilter.of(List.of(), table), table -> start(table, margins));
        pass.requireRows();
        CalibratedUnits found = Objects.requireNonNull(calibrated, "calibrated");
        found.solve(how, bounds);
        List<Remark> remarks = new ArrayList<>(pass.remarks());
        remarks.add(found.report(common));
        boolean csv = common.format(Format.CSV) == Format.CSV;
        if (csv && common.explain()) {
            remarks.addAll(found.trail(common));
        }
        after = weights(found, remarks);
        Envelope envelope = new Envelope(
                "survey calibrate", rows(found), remarks, List.of(pass.provenance(), known.provenance()), options());
        if (csv) {
            String text = CalibratedTable.csv(header, name, lines(), common.excel());
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
        CalibratedUnits found = new CalibratedUnits(margins, table);
        calibrated = found;
        return row -> {
            double before = place < 0 ? 1 : Cells.number(row.cell(place)).orElse(-1);
            if (before <= 0) {
                CellRefusal.refuse("not-a-positive-weight", table, row, place);
            }
            found.check(row);
            if (!table.findings().isRefused(row.line())) {
                found.add(row, before, 0);
                units.add(new Unit(row, before));
            }
        };
    }

    /** The weights after calibration and trimming. */
    private List<Double> weights(CalibratedUnits found, List<Remark> remarks) {
        double[] weights = new double[units.size()];
        Arrays.setAll(weights, i -> units.get(i).weight() * found.factor(i));
        Double multiple = trim;
        if (multiple == null) {
            return Arrays.stream(weights).boxed().toList();
        }
        WeightTrimming trimmed;
        try {
            trimmed = WeightTrimming.of(weights, multiple);
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
        double[] now =
                trimmed.weights().stream().mapToDouble(Double::doubleValue).toArray();
        remarks.add(new Remark(
                "trimmed",
                Texts.get(
                        common.locale(),
                        "remark.trimmed",
                        trimmed.changed(),
                        CalibratedUnits.rounded(trimmed.cap()),
                        CalibratedUnits.rounded(trimmed.moved() * 100),
                        CalibratedUnits.rounded(CalibratedUnits.kish(now)))));
        return trimmed.weights();
    }

    private List<CalibratedTable.Line> lines() {
        List<CalibratedTable.Line> lines = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            lines.add(new CalibratedTable.Line(units.get(i).row().cells(), after.get(i)));
        }
        return lines;
    }

    private List<ResultRow> rows(CalibratedUnits found) {
        List<ResultRow> rows = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            Map<String, String> item =
                    ResultRow.item("row", String.valueOf(units.get(i).row().line()));
            rows.add(ResultRow.plain(item, "calibrated-weight", after.get(i), Map.of("factor", found.factor(i))));
        }
        if (common.explain()) {
            rows.addAll(found.rounds());
        }
        return rows;
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("margins", marginFile);
        options.put("method", method);
        options.put("bounds", bounds);
        options.put("trim", trim);
        options.put("weight", weight);
        options.put("name", name);
        return options;
    }
}
