package org.safecommunity.cli.survey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.AtomicFile;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.SurveyEstimates;
import org.safecommunity.metrics.survey.SurveyProportionInterval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How the answers to rated items are spread, with diverging bars. */
@Command(name = "likert")
public final class LikertCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    DesignOptions design = new DesignOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init")
    String file;

    @Option(names = "--items", paramLabel = "COL", split = ",", descriptionKey = "likert-items")
    List<String> items = new ArrayList<>();

    @Option(names = "--questionnaire", paramLabel = "NAME|FILE", descriptionKey = "survey-questionnaire")
    @Nullable
    String questionnaire;

    @Option(names = "--levels", paramLabel = "V,V,…", split = ",", descriptionKey = "likert-levels")
    List<String> levels = new ArrayList<>();

    @Option(names = "--top", paramLabel = "K", descriptionKey = "likert-top")
    int top = 2;

    @Option(names = "--plot", paramLabel = "FILE.svg", descriptionKey = "plot")
    @Nullable
    Path plot;

    @Option(names = "--interval", paramLabel = "METHOD", descriptionKey = "survey-interval")
    String interval = "beta";

    private long faults;

    @Override
    public Integer call() {
        SurveyProportionInterval method =
                DesignOptions.choice("--interval", interval, SurveyProportionInterval.values());
        List<LikertSums> sums =
                shown().stream().map(item -> new LikertSums(item, top(item))).toList();
        SurveyScan scan = SurveyScan.readRows(file, design, common, table -> use(sums, table));
        SurveyEstimates estimates = design.estimates(scan);
        SurveyOutput output = new SurveyOutput(common);
        ScaleSums.Style style = new ScaleSums.Style(common.locale(), common.explain());
        List<LikertBars.Bar> bars = new ArrayList<>();
        List<Map<String, String>> groups = scan.groups();
        for (int g = 0; g < groups.size(); g++) {
            for (LikertSums item : sums) {
                item.rows(estimates, method, g, groups.get(g), style).forEach(output::add);
                bars.add(LikertBars.Bar.of(groups.get(g), item.item(), item.shares(estimates, method, g)));
            }
        }
        if (plot != null && !bars.isEmpty()) {
            AtomicFile.write(plot, LikertSvg.of(bars, common.locale()));
        }
        int exit = output.print("survey likert", scan, options(), spec);
        if (common.format(Format.TABLE) == Format.TABLE && common.output() == null) {
            Printer.write(
                    "\n" + LikertBars.text(bars, common.locale()),
                    null,
                    spec.commandLine().getOut());
        }
        return common.strict() && faults > 0 ? ExitCode.FINDINGS : exit;
    }

    private List<LikertItem> shown() {
        String form = questionnaire;
        if (form == null) {
            if (items.isEmpty()) {
                throw UserError.usage("error.likert-items");
            }
            List<String> codes = levels.isEmpty() ? List.of("1", "2", "3", "4", "5") : levels;
            List<Double> values = values(codes);
            return items.stream().map(id -> LikertItem.of(id, values, codes)).toList();
        }
        if (!levels.isEmpty()) {
            throw UserError.usage("error.likert-levels-twice");
        }
        List<LikertItem> all = LikertItem.of(QuestionnaireFile.read(form));
        List<String> known = all.stream().map(LikertItem::id).toList();
        items.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw UserError.usage("error.likert-unknown", id, form, String.join(", ", known));
        });
        List<LikertItem> wanted = all.stream()
                .filter(item -> items.isEmpty() || items.contains(item.id()))
                .toList();
        if (wanted.isEmpty()) {
            throw UserError.usage("error.likert-none", form);
        }
        return wanted;
    }

    private static List<Double> values(List<String> codes) {
        List<Double> values = new ArrayList<>();
        for (String code : codes) {
            OptionalDouble value = Cells.number(code);
            boolean rising =
                    value.isPresent() && (values.isEmpty() || value.getAsDouble() > values.get(values.size() - 1));
            if (!rising) {
                throw UserError.usage("error.likert-levels", String.join(",", codes));
            }
            values.add(value.getAsDouble());
        }
        if (values.size() < 2) {
            throw UserError.usage("error.likert-levels", String.join(",", codes));
        }
        return values;
    }

    private int top(LikertItem item) {
        if (top < 1 || top >= item.levels().size()) {
            throw UserError.usage(
                    "error.likert-top", top, item.id(), item.levels().size());
        }
        return top;
    }

    private SurveyScan.RowUse use(List<LikertSums> sums, TableReader table) {
        List<Integer> places =
                sums.stream().map(one -> table.column(one.item().id())).toList();
        return (group, leaf, weight, row) -> {
            int number = group.getAsInt();
            for (int i = 0; i < places.size(); i++) {
                LikertItem item = sums.get(i).item();
                String cell = Cells.fold(row.cell(places.get(i)));
                OptionalDouble value = Cells.number(cell);
                Optional<LikertItem.Level> level =
                        item.level(cell, value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty());
                if (level.isPresent()) {
                    sums.get(i).add(number, leaf, weight, level.get());
                } else if (!cell.isEmpty()
                        && !cell.equals("NA")
                        && !item.noAnswer().contains(cell)) {
                    faults++;
                    String known =
                            item.levels().stream().map(LikertItem.Level::code).collect(Collectors.joining(", "));
                    CellRefusal.warn("answer-off-scale", table, row, places.get(i), known);
                }
            }
        };
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>(design.echo());
        options.put("items", items);
        options.put("questionnaire", questionnaire);
        options.put("levels", levels);
        options.put("top", (long) top);
        options.put("interval", interval);
        return options;
    }
}
