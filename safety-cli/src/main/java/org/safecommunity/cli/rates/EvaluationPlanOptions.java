package org.safecommunity.cli.rates;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.planning.DifferenceInDifferencesPlan;
import org.safecommunity.metrics.planning.InterruptedSeriesPlan;
import org.safecommunity.metrics.planning.PlanResult;
import org.safecommunity.metrics.planning.Significance;
import picocli.CommandLine.Option;

/** The plan of a project's evaluation: an interrupted time series, or before and after beside a comparison group. */
final class EvaluationPlanOptions {
    private static final double USUAL_POWER = 0.8;

    @Option(names = "--level-change", paramLabel = "R", descriptionKey = "plan-level-change")
    @Nullable
    Double levelChange;

    @Option(names = "--events-per-period", paramLabel = "M", descriptionKey = "plan-events")
    @Nullable
    Double events;

    @Option(names = "--before", paramLabel = "N", descriptionKey = "plan-before")
    @Nullable
    Integer before;

    @Option(names = "--after", paramLabel = "N", descriptionKey = "plan-after")
    @Nullable
    Integer after;

    @Option(names = "--trend", paramLabel = "R", descriptionKey = "plan-trend")
    double trend = 1;

    @Option(names = "--slope-change", paramLabel = "R", descriptionKey = "plan-slope-change")
    double slopeChange = 1;

    @Option(names = "--season-length", paramLabel = "L", descriptionKey = "season-length")
    int seasonLength;

    @Option(names = "--did-ratio", paramLabel = "R", descriptionKey = "plan-did-ratio")
    @Nullable
    Double ratio;

    @Option(names = "--events-before", paramLabel = "T,C", descriptionKey = "plan-events-before")
    @Nullable
    String eventsBefore;

    @Option(names = "--after-ratio", paramLabel = "K", descriptionKey = "plan-after-ratio")
    double afterRatio = 1;

    @Option(names = "--change", paramLabel = "R", descriptionKey = "plan-change")
    double change = 1;

    @Option(names = "--dispersion", paramLabel = "D", descriptionKey = "plan-dispersion")
    double dispersion = 1;

    /** Whether such a plan is asked for. */
    boolean given() {
        return levelChange != null || ratio != null;
    }

    /**
     * The results of the plan.
     *
     * @param power power that is asked for; null for the power of what is given, or the usual one
     * @throws UserError (exit 2) if options are missing or do not fit together
     */
    List<PlanResult> results(@Nullable Double power, Significance test) {
        Double level = levelChange;
        Double difference = ratio;
        if (level != null && difference != null) {
            throw UserError.usage("error.plan-two");
        }
        return level != null ? interrupted(level, power, test) : differences(difference, power, test);
    }

    private List<PlanResult> interrupted(double level, @Nullable Double power, Significance test) {
        if (events == null || before == null) {
            throw UserError.usage("error.plan-interrupted");
        }
        InterruptedSeriesPlan plan =
                new InterruptedSeriesPlan(events, trend, level, slopeChange, dispersion, seasonLength, test);
        if (after != null) {
            if (power != null) {
                throw UserError.usage("error.power-or-size", "--after");
            }
            return List.of(plan.power(before, after));
        }
        PlanResult needed = plan.periodsAfter(before, power == null ? USUAL_POWER : power);
        return List.of(needed, plan.power(before, (int) needed.value().orElseThrow()));
    }

    private List<PlanResult> differences(@Nullable Double expected, @Nullable Double power, Significance test) {
        if (expected == null || eventsBefore == null) {
            throw UserError.usage("error.plan-did");
        }
        double[] pair = Literals.pair(eventsBefore, "--events-before");
        DifferenceInDifferencesPlan plan =
                new DifferenceInDifferencesPlan(expected, pair[0], pair[1], afterRatio, change, dispersion, test);
        return power == null ? List.of(plan.power()) : List.of(plan.sampleSize(power), plan.power());
    }

    /** The options in force, for the provenance. */
    void echo(Map<String, Object> options) {
        options.put("dispersion", dispersion);
        options.put("seasonLength", seasonLength);
    }
}
