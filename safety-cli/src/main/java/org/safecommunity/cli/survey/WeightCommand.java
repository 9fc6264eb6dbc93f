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
import org.safecommunity.cli.read.RowFilter;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.Disposition;
import org.safecommunity.metrics.survey.NonresponseAdjustment;
import org.safecommunity.metrics.survey.ResponseRates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Weights from selection probabilities, adjusted for those who did not answer. The CSV is the file with a column for each
 * step; the other formats are the report of the steps. Memory grows with the rows.
 */
@Command(name = "weight")
public final class WeightCommand implements Callable<Integer> {
    private static final Map<Disposition, String> COUNTS = Map.of(
            Disposition.COMPLETE, "completeInterviews",
            Disposition.PARTIAL, "partialInterviews",
            Disposition.NONRESPONSE, "noInterview",
            Disposition.INELIGIBLE, "notEligible",
            Disposition.UNKNOWN, "eligibilityUnknown");

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    WeightOptions options = new WeightOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init")
    String file;

    private @Nullable SampledUnits units;
    private List<String> header = List.of();

    @Override
    public Integer call() {
        options.check();
        RowPass pass = RowPass.over(file, common, table -> RowFilter.of(List.of(), table), this::start);
        pass.requireRows();
        SampledUnits read = Objects.requireNonNull(units, "units");
        WeightSteps steps = WeightSteps.of(options, read, pass.provenance().path(), common.locale());
        List<Remark> remarks = new ArrayList<>(pass.remarks());
        remarks.addAll(steps.remarks());
        if (options.response != null) {
            remarks.add(new Remark("weights-fixed", Texts.get(common.locale(), "remark.weights-fixed")));
        }
        Map<String, Object> echo = new LinkedHashMap<>();
        options.echo(echo);
        Envelope envelope = new Envelope("survey weight", rows(read, steps), remarks, List.of(pass.provenance()), echo);
        if (common.format(Format.CSV) == Format.CSV) {
            Printer.write(csv(read, steps), common.output(), spec.commandLine().getOut());
            Printer.remarks(envelope, common, spec);
        } else {
            Printer.print(envelope, common, spec, Format.CSV);
        }
        return common.strict() && pass.provenance().refused() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private RowPass.Sink start(TableReader table) {
        header = table.header();
        for (String name : names(List.of("base", "eligibility", "nonresponse", "final"))) {
            if (header.contains(name)) {
                throw UserError.usage("error.name-taken", name, table.file().name());
            }
        }
        SampledUnits started = new SampledUnits(options, table);
        units = started;
        return started;
    }

    private List<String> names(List<String> steps) {
        return steps.stream()
                .map(step -> step.equals("final") ? options.name : step + "_weight")
                .toList();
    }

    private String csv(SampledUnits read, WeightSteps steps) {
        List<String> names = new ArrayList<>(header);
        names.addAll(names(steps.steps().stream().map(WeightSteps.Step::name).toList()));
        List<List<Object>> lines = new ArrayList<>();
        for (int i = 0; i < read.rows().size(); i++) {
            List<Object> cells = new ArrayList<>(read.rows().get(i));
            for (WeightSteps.Step step : steps.steps()) {
                cells.add(step.weights()[i]);
            }
            lines.add(cells);
        }
        return CsvTable.csv(names, lines, common.excel());
    }

    private List<ResultRow> rows(SampledUnits read, WeightSteps steps) {
        List<ResultRow> rows = new ArrayList<>();
        if (options.response != null) {
            rates(read, rows);
        }
        for (WeightSteps.Step step : steps.steps()) {
            rows.add(summary(step));
            for (NonresponseAdjustment.Cell cell : step.cells()) {
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("units", cell.units());
                details.put("receivers", cell.receivers());
                details.put("before", cell.before());
                details.put("kept", cell.kept());
                rows.add(ResultRow.plain(
                        ResultRow.item("step", step.name(), "cell", cell.label()),
                        "adjustment-factor",
                        cell.factor(),
                        details));
            }
        }
        return rows;
    }

    /** Response rates of AAPOR, of units and of weights. */
    private void rates(SampledUnits read, List<ResultRow> rows) {
        double[] ones = new double[read.rows().size()];
        Arrays.fill(ones, 1);
        ResponseRates plain = ResponseRates.of(ones, read.dispositions());
        ResponseRates weighted = ResponseRates.of(read.weights(), read.dispositions());
        for (int number = 1; number <= 6; number++) {
            Map<String, Object> details = new LinkedHashMap<>();
            weighted.rate(number).ifPresent(rate -> details.put("weighted", rate));
            if (number == 1) {
                for (Disposition one : Disposition.values()) {
                    details.put(COUNTS.get(one), (long) plain.count(one));
                }
            }
            rows.add(ResultRow.plain(
                    ResultRow.item("option", "RR" + number),
                    "response-rate",
                    plain.rate(number).isPresent() ? plain.rate(number).getAsDouble() : null,
                    details));
        }
    }

    private static ResultRow summary(WeightSteps.Step step) {
        double[] used = Arrays.stream(step.weights()).filter(w -> w > 0).toArray();
        double sum = Arrays.stream(used).sum();
        double kish = CalibratedUnits.kish(used);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("units", (long) used.length);
        details.put("least", Arrays.stream(used).min().orElse(0));
        details.put("greatest", Arrays.stream(used).max().orElse(0));
        details.put("kishEffect", kish);
        details.put("coefficientOfVariation", Math.sqrt(Math.max(0, kish - 1)));
        return ResultRow.plain(ResultRow.item("step", step.name()), "sum-of-weights", sum, details);
    }
}
