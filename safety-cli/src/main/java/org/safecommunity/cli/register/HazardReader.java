package org.safecommunity.cli.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.register.RegisterRows.Located;
import org.safecommunity.risk.register.Control;
import org.safecommunity.risk.register.ControlKind;
import org.safecommunity.risk.register.ControlLevel;
import org.safecommunity.risk.register.HazardEntry;
import org.safecommunity.risk.register.HazardEntry.CodedTerm;
import org.safecommunity.risk.register.Ratings;
import org.safecommunity.risk.register.RiskPoint;
import org.safecommunity.risk.score.Band;
import org.safecommunity.risk.score.Rating;
import org.safecommunity.risk.score.RiskScore;
import org.safecommunity.risk.score.Scheme;

/** Rows of the hazard register and of the risk-point ledger as values. */
final class HazardReader {
    private final Map<String, Optional<Scheme>> schemes = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();

    /** Reads the hazards of a table. */
    static List<Located<HazardEntry>> hazards(RegisterTable table) {
        HazardReader reader = new HazardReader();
        List<Located<HazardEntry>> rows = new ArrayList<>();
        while (table.next()) {
            reader.hazard(table).ifPresent(entry -> rows.add(new Located<>(table.line(), entry)));
        }
        return rows;
    }

    /** Reads the risk points of a table. */
    static List<Located<RiskPoint>> points(RegisterTable table) {
        Set<String> ids = new HashSet<>();
        List<Located<RiskPoint>> rows = new ArrayList<>();
        while (table.next()) {
            String id = table.id("point_id", ids);
            String name = table.required("name");
            String location = table.required("location");
            Optional<RiskPoint.Kind> kind = RiskPoint.Kind.parse(table.required("kind"));
            if (kind.isEmpty() && !table.text("kind").isEmpty()) {
                table.refuse(
                        "not-of-list",
                        "kind",
                        SafeEcho.of(table.text("kind")),
                        "facility, part, place, area, activity");
            }
            if (!table.refused()) {
                String edition = table.text("accident_edition");
                List<CodedTerm> types = split(table.text("accident_types")).stream()
                        .map(code -> new CodedTerm(edition, code))
                        .toList();
                RiskPoint point = new RiskPoint(
                        id, name, kind.orElseThrow(), location, table.text("unit"), types, table.text("note"));
                rows.add(new Located<>(table.line(), point));
            }
        }
        return rows;
    }

    private Optional<HazardEntry> hazard(RegisterTable table) {
        String id = table.id("hazard_id", ids);
        String place = table.required("place");
        String hazard = table.required("hazard");
        Optional<Scheme> scheme = schemes.computeIfAbsent(table.text("scheme"), Scheme::find);
        if (scheme.isEmpty()) {
            String known = Scheme.bundled().stream().map(Scheme::id).collect(Collectors.joining(", "));
            table.refuse("unknown-scheme", "scheme", SafeEcho.of(table.text("scheme")), known);
            return Optional.empty();
        }
        Optional<RiskScore> current = table.rating(scheme.get(), "", true);
        RiskScore inherent = table.rating(scheme.get(), "inherent_", false).orElse(null);
        RiskScore residual = table.rating(scheme.get(), "residual_", false).orElse(null);
        Optional<Rating> judged = current.flatMap(score -> judged(table, score));
        if (table.refused()) {
            return Optional.empty();
        }
        return Optional.of(new HazardEntry(
                id,
                table.text("risk_point"),
                place,
                hazard,
                table.text("topic"),
                term(table, "hazard_class", "hazard_edition"),
                term(table, "accident_type", "accident_edition"),
                table.text("owner"),
                controls(table),
                table.text("proposed_controls"),
                new Ratings(inherent, current.orElseThrow(), residual, judged.orElseThrow()),
                table.day("next_review")));
    }

    /** The computed band, or the one that the row names for a reason; empty where the row was refused. */
    private static Optional<Rating> judged(RegisterTable table, RiskScore score) {
        String wanted = table.text("override");
        String reason = table.text("justification");
        if (wanted.isEmpty()) {
            if (!reason.isEmpty()) {
                table.fault("reason-without-override", "justification");
            }
            return Optional.of(Rating.of(score));
        }
        List<Band> bands = score.scheme().bands();
        Optional<Band> band =
                bands.stream().filter(b -> b.isNamed(Cells.fold(wanted))).findFirst();
        if (band.isEmpty()) {
            table.refuse(
                    "not-of-list",
                    "override",
                    SafeEcho.of(wanted),
                    bands.stream().map(Band::id).collect(Collectors.joining(", ")));
            return Optional.empty();
        }
        if (reason.isEmpty() && !band.get().equals(score.band())) {
            table.refuse(
                    "override-without-reason",
                    "justification",
                    band.get().id(),
                    score.band().id());
            return Optional.empty();
        }
        return Optional.of(Rating.overridden(score, band.get().id(), reason));
    }

    private static @Nullable CodedTerm term(RegisterTable table, String column, String edition) {
        String code = table.text(column);
        return code.isEmpty() ? null : new CodedTerm(table.text(edition), code);
    }

    private static List<Control> controls(RegisterTable table) {
        List<Control> controls = new ArrayList<>();
        Optional<ControlLevel> technical = table.choice(
                "control_level",
                text -> ControlLevel.parse(text).filter(ControlKind.ENGINEERING.levels()::contains),
                "elimination, substitution, engineering");
        for (ControlKind kind : ControlKind.values()) {
            ControlLevel level = kind == ControlKind.ENGINEERING
                    ? technical.orElse(ControlLevel.ENGINEERING)
                    : kind.levels().get(0);
            split(table.text("control_" + kind.label())).forEach(text -> controls.add(new Control(kind, level, text)));
        }
        split(table.text("controls")).forEach(text -> controls.add(Control.unsorted(text)));
        return controls;
    }

    private static List<String> split(String text) {
        return List.of(text.split("[;；]")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
