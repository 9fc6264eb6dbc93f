package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.metrics.survey.PublicationOfEstimate;
import org.safecommunity.metrics.survey.SurveyEstimates;
import org.safecommunity.metrics.survey.SurveyProportionInterval;
import org.safecommunity.metrics.survey.SurveySums;

/** The sums of one rated item: levels, values, and the side of the middle an answer is on. */
final class LikertSums {
    private final LikertItem item;
    private final int top;
    private final LevelSums levels = new LevelSums();
    private final LevelSums topLevels = new LevelSums();
    private final SurveySums values = new SurveySums();
    private final SurveySums sides = new SurveySums();

    LikertSums(LikertItem item, int top) {
        this.item = item;
        this.top = top;
    }

    LikertItem item() {
        return item;
    }

    void add(int group, int leaf, double weight, LikertItem.Level level) {
        int place = item.levels().indexOf(level);
        levels.add(group, leaf, weight, level.code());
        topLevels.add(group, leaf, weight, String.valueOf(place >= item.levels().size() - top));
        values.add(group, leaf, weight, level.value());
        sides.add(group, leaf, weight, item.side(place));
    }

    /** Top levels, net score, mean, and the share of each level, from the lowest on. */
    List<ResultRow> rows(
            SurveyEstimates estimates,
            SurveyProportionInterval interval,
            int group,
            Map<String, String> of,
            ScaleSums.Style style) {
        List<ResultRow> rows = new ArrayList<>();
        int yes = topLevels.cell(group, "true");
        int[] both = {yes, topLevels.cell(group, "false")};
        rows.add(style.row(estimates.proportion(topLevels.sums(), both, yes, interval), of)
                .named("top-box")
                .withDetails(Map.of("levels", (long) top)));
        rows.add(net(style.row(estimates.mean(sides, group), of)));
        rows.add(style.row(estimates.mean(values, group), of));
        int[] all = item.levels().stream()
                .mapToInt(level -> levels.cell(group, level.code()))
                .toArray();
        for (int i = 0; i < all.length; i++) {
            String code = item.levels().get(i).code();
            rows.add(style.row(
                    estimates.proportion(levels.sums(), all, all[i], interval).withItem("level", code), of));
        }
        return rows.stream()
                .map(row -> row.withItem(ResultRow.item("variable", item.id())))
                .toList();
    }

    /** A difference may be near 0: only its number of respondents says whether it is fit to be published. */
    private ResultRow net(ResultRow row) {
        boolean few = row.n() == null || row.n() < PublicationOfEstimate.FEWEST;
        String flag = (few ? PublicationOfEstimate.SUPPRESS : PublicationOfEstimate.YES).label();
        return row.named("net-score").withDetails(Map.of("publish", flag));
    }

    /** Shares of the levels in a group, from the lowest on; empty where nobody answered. */
    List<Double> shares(SurveyEstimates estimates, SurveyProportionInterval interval, int group) {
        int[] all = item.levels().stream()
                .mapToInt(level -> levels.cell(group, level.code()))
                .toArray();
        List<Double> shares = new ArrayList<>();
        for (int one : all) {
            estimates.proportion(levels.sums(), all, one, interval).value().ifPresent(shares::add);
        }
        return shares;
    }
}
