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
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.NumberText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a sample from a list of the population: its rows with probability of selection and weight. Memory grows with the list. */
@Command(name = "sample")
public final class SampleCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FRAME", descriptionKey = "sample-frame")
    @SuppressWarnings("NullAway.Init")
    String file;

    @Mixin
    SampleOptions sample = new SampleOptions();

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "sample-where")
    List<String> where = new ArrayList<>();

    @Override
    public Integer call() {
        sample.check();
        Frame frame = new Frame(sample);
        RowPass pass = RowPass.read(file, where, common, frame::start);
        List<Frame.Selected> selected = draw(frame);
        List<Remark> remarks = new ArrayList<>(pass.remarks());
        remarks.addAll(frame.remarks(common.locale()));
        double sum = selected.stream().mapToDouble(one -> 1 / one.probability()).sum();
        remarks.add(new Remark(
                "sample-drawn",
                Texts.get(
                        common.locale(),
                        "remark.sample-drawn",
                        selected.size(),
                        frame.size(),
                        NumberText.shortest(Math.round(sum * 1e6) / 1e6),
                        sample.seed())));
        Envelope envelope =
                new Envelope("survey sample", rows(selected), remarks, List.of(pass.provenance()), options());
        if (common.format(Format.CSV) == Format.CSV) {
            Printer.write(
                    csv(frame, selected), common.output(), spec.commandLine().getOut());
            Printer.remarks(envelope, common, spec);
        } else {
            Printer.print(envelope, common, spec, Format.CSV);
        }
        return pass.exitCode(common);
    }

    private List<Frame.Selected> draw(Frame frame) {
        try {
            return frame.draw();
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private String csv(Frame frame, List<Frame.Selected> selected) {
        List<String> header = new ArrayList<>(frame.header());
        List<String> stages = selected.isEmpty()
                ? List.of()
                : List.copyOf(selected.get(0).stages().keySet());
        header.addAll(stages);
        header.add(Frame.PROBABILITY);
        header.add(Frame.WEIGHT);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Frame.Selected one : selected) {
            List<@Nullable Object> cells = new ArrayList<>(one.row().cells());
            stages.forEach(stage -> cells.add(one.stages().get(stage)));
            cells.add(one.probability());
            cells.add(1 / one.probability());
            rows.add(cells);
        }
        return CsvTable.csv(header, rows, common.excel());
    }

    private static List<ResultRow> rows(List<Frame.Selected> selected) {
        List<ResultRow> rows = new ArrayList<>();
        for (Frame.Selected one : selected) {
            Map<String, Object> details = new LinkedHashMap<>(one.details());
            details.put("weight", 1 / one.probability());
            rows.add(ResultRow.plain(
                    ResultRow.item("row", String.valueOf(one.row().line())),
                    "selection-probability",
                    one.probability(),
                    details));
        }
        return rows;
    }

    private Map<String, Object> options() {
        Map<String, Object> options = sample.echo();
        options.put("where", where);
        options.put("algorithm", "SplitMix64");
        return options;
    }
}
