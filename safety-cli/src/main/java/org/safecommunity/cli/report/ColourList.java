package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.cli.risk.RiskRows;
import org.safecommunity.risk.register.Control;
import org.safecommunity.risk.register.ControlTiers;
import org.safecommunity.risk.register.HazardEntry;
import org.safecommunity.risk.register.HazardRanking;
import org.safecommunity.risk.register.Ratings;
import org.safecommunity.risk.score.Colour;
import org.safecommunity.risk.score.Rating;
import org.safecommunity.risk.score.RiskScore;

/** The four-colour list (四色清单): every hazard from red to blue with level, controls, tier and who answers for it. */
final class ColourList {
    private static final int SHOWN = 200;

    private final ReportContext context;
    private final ControlTiers tiers;

    ColourList(ReportContext context) {
        this.context = context;
        this.tiers = ControlTiers.bundled().get(0);
    }

    Table of(List<HazardEntry> hazards) {
        List<HazardEntry> sorted = HazardRanking.rank(hazards).stream()
                .map(HazardRanking.Ranked::hazard)
                .toList();
        int shown = Math.min(SHOWN, sorted.size());
        return new Table(
                "risks-list",
                context.text("risks.list", ReportNumbers.count(shown), ReportNumbers.count(sorted.size())),
                List.of(
                        context.column("column.id"),
                        context.column("column.place"),
                        context.column("column.hazard"),
                        context.column("column.scheme"),
                        context.number("column.score"),
                        context.colour("column.level"),
                        context.column("risks.controls"),
                        context.column("column.owner"),
                        context.column("column.nextReview")),
                sorted.stream().limit(SHOWN).map(this::cells).toList(),
                sorted.stream().map(this::row).toList(),
                null);
    }

    private List<String> cells(HazardEntry hazard) {
        RiskScore score = hazard.ratings().current();
        Colour colour = hazard.colour();
        String tier = tiers.of(colour).get(0).title().in(context.locale());
        List<String> cells = new ArrayList<>();
        cells.add(hazard.id());
        cells.add(hazard.place());
        cells.add(hazard.hazard());
        cells.add(score.scheme().id());
        cells.add(score.score().toPlainString());
        cells.add(level(hazard.ratings()));
        cells.add(controls(hazard));
        cells.add(hazard.owner().isEmpty() ? tier : context.text("risks.owner-tier", hazard.owner(), tier));
        cells.add(hazard.nextReview() == null ? "" : hazard.nextReview().toString());
        return cells;
    }

    /** Colour and level that count; where they are not the computed ones, those beside them and the reason. */
    private String level(Ratings ratings) {
        Rating judged = ratings.judged();
        String counts = level(judged.band().colour());
        return judged.isOverridden()
                ? context.text(
                        "risks.overridden",
                        counts,
                        level(ratings.current().band().colour()),
                        judged.justification())
                : counts;
    }

    private String level(Colour colour) {
        return context.text(
                "risks.colour-level",
                context.title(colour.title()),
                colour.level().in(context.locale()));
    }

    private static String controls(HazardEntry hazard) {
        return hazard.controls().stream().map(Control::text).collect(Collectors.joining("; "));
    }

    private ResultRow row(HazardEntry hazard) {
        Map<String, Object> details = RiskRows.judged(hazard.ratings().judged(), context.locale());
        details.put("place", hazard.place());
        details.put("hazard", hazard.hazard());
        details.put("controls", controls(hazard));
        details.put("tier", tiers.of(hazard.colour()).get(0).id());
        details.put("owner", hazard.owner());
        if (hazard.nextReview() != null) {
            details.put("nextReview", hazard.nextReview().toString());
        }
        return RiskRows.of(hazard.ratings().current(), ResultRow.item("risk_id", hazard.id()), context.locale(), true)
                .withDetails(details);
    }
}
