package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.capture.ChapmanEstimate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Size of a population from two incomplete lists, of three numbers or of a file of capture histories. */
@Command(name = "capture")
public final class CaptureCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    FileOptions files = new FileOptions();

    @Mixin
    IntervalOptions intervals = new IntervalOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    String file;

    @Option(names = "--first", paramLabel = "N1", descriptionKey = "first")
    @Nullable
    String first;

    @Option(names = "--second", paramLabel = "N2", descriptionKey = "second")
    @Nullable
    String second;

    @Option(names = "--both", paramLabel = "M", descriptionKey = "both")
    @Nullable
    String both;

    @Option(names = "--lists", paramLabel = "COL", split = ",", descriptionKey = "lists")
    List<String> lists = new ArrayList<>();

    @Option(names = "--count", paramLabel = "COL", descriptionKey = "capture-count")
    @Nullable
    String count;

    @Override
    public Integer call() {
        if (file == null) {
            long n1 = Literals.count(Literals.required(first, "--first", "--first 302"), "--first");
            long n2 = Literals.count(Literals.required(second, "--second", "--second 200"), "--second");
            long m = Literals.count(Literals.required(both, "--both", "--both 100"), "--both");
            return CountOutput.print("rates capture", rows(n1, n2, m, Map.of()), options(List.of()), common, spec);
        }
        if (first != null || second != null || both != null) {
            throw UserError.usage("error.file-or-numbers", "--first, --second, --both");
        }
        CaptureHistories.Read read = CaptureHistories.read(file, lists, count, files, common);
        List<ResultRow> rows = new ArrayList<>();
        read.histories().groups().forEach((group, cells) -> {
            long matches = cells[3];
            Map<String, String> names = RowPass.group(files.by, group);
            rows.addAll(rows(cells[1] + matches, cells[2] + matches, matches, names));
        });
        Envelope envelope = new Envelope(
                "rates capture",
                rows,
                read.pass().remarks(),
                List.of(read.pass().provenance()),
                options(read.histories().lists()));
        Printer.print(envelope, common, spec, Format.TABLE);
        return read.pass().exitCode(common);
    }

    private List<ResultRow> rows(long n1, long n2, long m, Map<String, String> group) {
        try {
            return intervals.methods(new String[] {ChapmanEstimate.INTERVAL}, label -> label).stream()
                    .map(method -> ChapmanEstimate.of(n1, n2, m, intervals.confidence()))
                    .map(estimate -> ResultRow.of(estimate, group, common.locale(), common.explain()))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private Map<String, Object> options(List<String> listsUsed) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("level", intervals.level);
        options.put("side", intervals.side);
        options.put("lists", listsUsed);
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}
