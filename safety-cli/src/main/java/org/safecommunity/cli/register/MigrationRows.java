package org.safecommunity.cli.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.risk.RiskRows;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.metrics.Status;
import org.safecommunity.risk.register.Control;
import org.safecommunity.risk.register.ControlKind;
import org.safecommunity.risk.register.HazardEntry;
import org.safecommunity.risk.score.Colour;
import org.safecommunity.risk.score.Factor;
import org.safecommunity.risk.score.Rating;
import org.safecommunity.risk.score.RiskScore;
import org.safecommunity.risk.score.SchemeMigration;
import org.safecommunity.risk.score.SchemeMigration.Entry;

/** A migration as rows of results, and the register after it. */
final class MigrationRows {
    private final SchemeMigration migration;
    private final Map<String, HazardEntry> hazards;
    private final MigrateCommand.RatingMap map;
    private final CommonOptions options;

    MigrationRows(
            SchemeMigration migration,
            Map<String, HazardEntry> hazards,
            MigrateCommand.RatingMap map,
            CommonOptions options) {
        this.migration = migration;
        this.hazards = hazards;
        this.map = map;
        this.options = options;
    }

    /** One row a hazard, then how many went from which colour to which. */
    List<List<ResultRow>> parts() {
        return List.of(migration.entries().stream().map(this::row).toList(), changes());
    }

    private ResultRow row(Entry entry) {
        Map<String, String> item = ResultRow.item("hazard_id", entry.id());
        RiskScore before = entry.before();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("previousScheme", before.scheme().id());
        details.put("previousScore", before.score());
        details.put("previousBand", before.band().id());
        details.put("previousColour", before.band().colour().label());
        details.put("changesColour", entry.changesColour());
        RiskScore after = entry.after();
        if (after != null) {
            ResultRow row = RiskRows.of(after, item, options.locale(), options.explain());
            return RiskRows.with(row, details, List.of());
        }
        details.put("reason", entry.reason());
        return new ResultRow(
                Map.of(),
                item,
                "score",
                null,
                "",
                null,
                null,
                null,
                null,
                Status.EMPTY_DOMAIN.label(),
                Map.of(),
                details,
                List.of(),
                List.of());
    }

    private List<ResultRow> changes() {
        List<ResultRow> rows = new ArrayList<>();
        for (Colour from : Colour.values()) {
            for (Colour to : Colour.values()) {
                count(from, to, rows);
            }
            count(from, null, rows);
        }
        return rows;
    }

    private void count(Colour from, @Nullable Colour to, List<ResultRow> rows) {
        long n = migration.entries().stream()
                .filter(e -> e.before().band().colour() == from && to == colour(e.after()))
                .count();
        if (n > 0) {
            rows.add(ResultRow.count(
                    ResultRow.item("from", from.label(), "to", to == null ? "" : to.label()), "risks", n, Map.of()));
        }
    }

    private static @Nullable Colour colour(@Nullable RiskScore score) {
        return score == null ? null : score.band().colour();
    }

    /**
     * The register with the ratings of the new scheme, the old ones kept beside them; a hazard that must be rated again
     * keeps its scheme and ratings.
     */
    List<List<String>> register() {
        List<String> factors = new ArrayList<>();
        List<RiskScore> scores = new ArrayList<>();
        migration.entries().forEach(e -> {
            scores.add(e.before());
            if (e.after() != null) {
                scores.add(e.after());
            }
        });
        scores.forEach(s -> s.factors().keySet().stream()
                .filter(name -> !factors.contains(name))
                .forEach(factors::add));
        List<String> header = new ArrayList<>(List.of("hazard_id", "risk_point", "place", "hazard", "topic"));
        header.addAll(List.of("hazard_class", "hazard_edition", "accident_type", "accident_edition", "owner"));
        for (ControlKind kind : ControlKind.values()) {
            header.add("control_" + kind.label());
        }
        header.addAll(List.of("control_level", "controls", "proposed_controls", "next_review"));
        header.addAll(List.of("override", "justification", "scheme"));
        header.addAll(factors);
        factors.forEach(f -> header.add("inherent_" + f));
        factors.forEach(f -> header.add("residual_" + f));
        header.addAll(List.of("previous_scheme", "previous_version", "previous_score", "previous_colour"));
        factors.forEach(f -> header.add("previous_" + f));
        header.addAll(List.of("previous_override", "previous_justification"));
        List<List<String>> lines = new ArrayList<>(List.of(header));
        migration.entries().forEach(e -> lines.add(line(e, factors)));
        return lines;
    }

    private List<String> line(Entry entry, List<String> factors) {
        HazardEntry hazard = Objects.requireNonNull(hazards.get(entry.id()));
        RiskScore before = entry.before();
        RiskScore now = entry.after() == null ? before : entry.after();
        List<String> cells = new ArrayList<>(
                List.of(hazard.id(), hazard.riskPoint(), hazard.place(), hazard.hazard(), hazard.topic()));
        cells.addAll(term(hazard.hazardClass()));
        cells.addAll(term(hazard.accidentType()));
        cells.add(hazard.owner());
        cells.addAll(controls(hazard));
        cells.add(hazard.proposed());
        cells.add(hazard.nextReview() == null ? "" : hazard.nextReview().toString());
        boolean moved = entry.after() != null;
        Rating judged = hazard.ratings().judged();
        cells.addAll(override(judged, !moved));
        cells.add(now.scheme().id());
        cells.addAll(ratings(now, factors));
        cells.addAll(ratings(other(hazard.ratings().inherent(), moved), factors));
        cells.addAll(ratings(other(hazard.ratings().residual(), moved), factors));
        cells.add(before.scheme().id());
        cells.add(before.scheme().version());
        cells.add(before.score().toPlainString());
        cells.add(before.band().colour().label());
        cells.addAll(ratings(before, factors));
        cells.addAll(override(judged, true));
        return cells;
    }

    /** The overriding band and its reason; a band of the old scheme says nothing in the new one, so it is not carried over. */
    private static List<String> override(Rating judged, boolean kept) {
        return kept && judged.isOverridden() ? List.of(judged.band().id(), judged.justification()) : List.of("", "");
    }

    private static List<String> term(HazardEntry.@Nullable CodedTerm term) {
        return term == null ? List.of("", "") : List.of(term.code(), term.edition());
    }

    /** The controls of each kind, the level of the engineering ones, and those of no kind. */
    private static List<String> controls(HazardEntry hazard) {
        List<String> cells = new ArrayList<>();
        for (ControlKind kind : ControlKind.values()) {
            cells.add(texts(hazard, kind));
        }
        cells.add(hazard.controls().stream()
                .filter(c -> c.kind() == ControlKind.ENGINEERING && c.level() != null)
                .map(c -> Objects.requireNonNull(c.level()).label())
                .findFirst()
                .orElse(""));
        cells.add(texts(hazard, null));
        return cells;
    }

    private static String texts(HazardEntry hazard, @Nullable ControlKind kind) {
        return hazard.controls().stream()
                .filter(c -> c.kind() == kind)
                .map(Control::text)
                .collect(Collectors.joining("; "));
    }

    /** An inherent or residual rating by the new scheme; null where it does not fit and must be made again. */
    private @Nullable RiskScore other(@Nullable RiskScore old, boolean moved) {
        if (old == null || !moved) {
            return old;
        }
        Map<String, BigDecimal> ratings = map.ratings(old);
        boolean fits = migration.to().factors().stream().allMatch(f -> fits(f, ratings.get(f.name())));
        return fits ? migration.to().score(ratings) : null;
    }

    private static boolean fits(Factor factor, @Nullable BigDecimal value) {
        return value != null && factor.value(value).isPresent();
    }

    private static List<String> ratings(@Nullable RiskScore score, List<String> factors) {
        return factors.stream()
                .map(f -> score == null || !score.factors().containsKey(f)
                        ? ""
                        : score.factors().get(f).toPlainString())
                .toList();
    }
}
