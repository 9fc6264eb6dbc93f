package org.safecommunity.cli.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.register.RegisterRows.Located;
import org.safecommunity.risk.danger.DangerGrade;
import org.safecommunity.risk.danger.DangerGrading;
import org.safecommunity.risk.danger.DangerState;
import org.safecommunity.risk.danger.FiveFixes;
import org.safecommunity.risk.danger.HiddenDanger;
import org.safecommunity.risk.danger.MajorDocuments;
import org.safecommunity.risk.danger.Progress;

/** Rows of the hidden-danger ledger as values. */
final class DangerReader {
    private static final String STATES =
            Arrays.stream(DangerState.values()).map(DangerState::label).collect(Collectors.joining(", "));

    private final LocalDate today;
    private final Set<String> ids = new HashSet<>();

    private DangerReader(LocalDate today) {
        this.today = today;
    }

    /** Reads the hidden dangers of a table; one found after today is refused. */
    static List<Located<HiddenDanger>> dangers(RegisterTable table, LocalDate today) {
        DangerReader reader = new DangerReader(today);
        List<Located<HiddenDanger>> rows = new ArrayList<>();
        while (table.next()) {
            reader.danger(table).ifPresent(danger -> rows.add(new Located<>(table.line(), danger)));
        }
        return rows;
    }

    private Optional<HiddenDanger> danger(RegisterTable table) {
        String id = table.id("danger_id", ids);
        String place = table.required("place");
        String text = table.required("description");
        table.required("found_on");
        Map<DangerState, LocalDate> days = days(table);
        LocalDate found = days.get(DangerState.FOUND);
        if (found == null && !table.text("found_on").isEmpty()) {
            table.refuse("not-a-date", "found_on", SafeEcho.of(table.text("found_on")));
        } else if (found != null && found.isAfter(today)) {
            table.refuse("future-date", "found_on", SafeEcho.of(table.text("found_on")), today);
        }
        if (table.refused()) {
            return Optional.empty();
        }
        return Optional.of(new HiddenDanger(
                id,
                place,
                text,
                table.text("topic"),
                table.choice("grade", DangerGrade::parse, "general, major").orElse(null),
                new DangerGrading(
                        table.yes("needs_stop"),
                        table.yes("needs_time"),
                        table.yes("external_cause"),
                        table.text("direct_hit")),
                new FiveFixes(
                        table.text("responsible"),
                        table.text("measures"),
                        table.text("funds"),
                        table.day("due"),
                        table.text("contingency_plan")),
                documents(table),
                new HiddenDanger.Analysis(
                        table.text("cause"), table.text("corrective_action"), table.text("preventive_action")),
                progress(table, days),
                table.text("repeat_of")));
    }

    private static Map<DangerState, LocalDate> days(RegisterTable table) {
        Map<DangerState, LocalDate> days = new EnumMap<>(DangerState.class);
        for (DangerState state : DangerState.values()) {
            LocalDate day = state == DangerState.FOUND ? foundOn(table) : table.day(state.column());
            if (day != null) {
                days.put(state, day);
            }
        }
        return days;
    }

    /** The day of finding without a finding of its own: the row is refused where it is no day. */
    private static @org.jspecify.annotations.Nullable LocalDate foundOn(RegisterTable table) {
        return org.safecommunity.cli.read.Cells.date(table.text("found_on"))
                .filter(d -> d.day() > 0)
                .map(d -> LocalDate.of(d.year(), d.month(), d.day()))
                .orElse(null);
    }

    /** The state as written, or where none is written the furthest one that has a day. */
    private static Progress progress(RegisterTable table, Map<DangerState, LocalDate> days) {
        DangerState furthest =
                days.keySet().stream().max(DangerState::compareTo).orElse(DangerState.FOUND);
        DangerState state = table.choice("state", DangerState::parse, STATES).orElse(furthest);
        return new Progress(state, days, table.text("rectifier"), table.text("acceptor"), table.count("refusals"));
    }

    private static MajorDocuments documents(RegisterTable table) {
        Map<MajorDocuments.Part, String> texts = new EnumMap<>(MajorDocuments.Part.class);
        for (MajorDocuments.Part part : MajorDocuments.Part.values()) {
            texts.put(part, table.text(part.column()));
        }
        return new MajorDocuments(texts);
    }
}
