package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.safecommunity.cli.rates.ScaleOptions;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.metrics.survey.SurveyEstimates;
import org.safecommunity.metrics.survey.SurveyRate;
import org.safecommunity.metrics.survey.SurveySums;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rate of events per person-time from a sample with a design, by domain. */
@Command(name = "rate")
public final class RateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    DesignOptions design = new DesignOptions();

    @Mixin
    ScaleOptions scales = new ScaleOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init")
    String file;

    @Option(names = "--events", paramLabel = "COL", required = true, descriptionKey = "survey-events")
    @SuppressWarnings("NullAway.Init")
    String events;

    @Option(names = "--person-time", paramLabel = "COL", required = true, descriptionKey = "survey-person-time")
    @SuppressWarnings("NullAway.Init")
    String personTime;

    @Option(names = "--interval", paramLabel = "gamma|log|t", descriptionKey = "survey-rate-interval")
    String interval = "gamma";

    private final SurveySums sums = new SurveySums();
    private final List<Long> counts = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private long missing;

    @Override
    public Integer call() {
        SurveyRate.Method method = DesignOptions.choice("--interval", interval, SurveyRate.Method.values());
        RateScale scale = scales.scale();
        SurveyScan scan = SurveyScan.readRows(file, design, common, this::use);
        SurveyEstimates estimates = design.estimates(scan);
        SurveyOutput output = new SurveyOutput(common);
        List<Map<String, String>> groups = scan.groups();
        for (int g = 0; g < groups.size(); g++) {
            grow(g);
            SurveyRate.Seen seen = new SurveyRate.Seen(counts.get(g), times.get(g));
            output.add(SurveyRate.of(estimates, sums, g, seen, scale, method), groups.get(g));
        }
        if (missing > 0) {
            scan.remark("missing-values", "remark.survey-missing", missing, events + ", " + personTime);
        }
        Map<String, Object> options = design.echo();
        options.put("events", events);
        options.put("personTime", personTime);
        options.put("per", scales.per());
        options.put("unit", scales.unit());
        options.put("interval", interval);
        return output.print("survey rate", scan, options, spec);
    }

    private SurveyScan.RowUse use(TableReader table) {
        int x = table.column(events);
        int t = table.column(personTime);
        return (group, leaf, weight, row) -> {
            if (missing(row.cell(x)) || missing(row.cell(t))) {
                if (design.failOnMissing()) {
                    throw UserError.input(
                            "error.survey-missing", table.file().name(), row.line(), events + ", " + personTime);
                }
                missing++;
                grow(group.getAsInt());
                return;
            }
            OptionalLong count = Cells.whole(row.cell(x));
            OptionalDouble time = Cells.number(row.cell(t));
            if (count.isEmpty() || count.getAsLong() < 0) {
                CellRefusal.refuse("not-a-count", table, row, x);
            } else if (time.isEmpty() || time.getAsDouble() < 0) {
                CellRefusal.refuse("not-a-person-time", table, row, t);
            } else if (count.getAsLong() > 0 && time.getAsDouble() == 0) {
                CellRefusal.refuse("events-without-time", table, row, t);
            } else {
                int number = group.getAsInt();
                grow(number);
                sums.add(number, leaf, weight, count.getAsLong(), time.getAsDouble());
                counts.set(number, counts.get(number) + count.getAsLong());
                times.set(number, times.get(number) + time.getAsDouble());
            }
        };
    }

    private static boolean missing(String cell) {
        return cell.isEmpty() || cell.equals("NA");
    }

    private void grow(int group) {
        while (counts.size() <= group) {
            counts.add(0L);
            times.add(0d);
        }
    }
}
