package org.safecommunity.cli.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.model.register.RegisterColumn;
import org.safecommunity.model.register.RegisterEntry;
import org.safecommunity.model.register.RegisterIndex;

/** Emergency plans and drills by the four event classes, and equipment due for a check. */
final class EmergencySection {
    private static final String PLANS = "emergency-plans";
    private static final int MONTHS = 12;

    private final RegisterText text;
    private final RegisterIndex index;
    private final ReportContext context;
    private final LocalDate today;

    EmergencySection(RegisterText text, ReportContext context, LocalDate today) {
        this.text = text;
        this.index = text.index();
        this.context = context;
        this.today = today;
    }

    Section section() {
        String title = context.text("section.emergency");
        if (index.entries(PLANS).isEmpty() && index.entries("equipment").isEmpty()) {
            return context.nothing("emergency", title);
        }
        List<Block> blocks = new ArrayList<>();
        if (!index.entries(PLANS).isEmpty()) {
            blocks.add(plans());
        }
        List<RegisterEntry> equipment = index.entries("equipment");
        if (!equipment.isEmpty()) {
            long due = equipment.stream()
                    .filter(item -> item.date("next_check")
                            .filter(day -> day.isBefore(today))
                            .isPresent())
                    .count();
            blocks.add(context.paragraph(
                    "emergency.equipment", ReportNumbers.count(equipment.size()), ReportNumbers.count(due), today));
        }
        return new Section("emergency", title, blocks);
    }

    private Table plans() {
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        for (RegisterColumn.Value value : index.values(PLANS, "event_class")) {
            List<RegisterEntry> plans = index.naming(PLANS, "event_class", value.code());
            List<RegisterEntry> relevant =
                    plans.stream().filter(p -> p.text("relevant").equals("yes")).toList();
            List<RegisterEntry> drills = relevant.stream()
                    .flatMap(plan -> index.naming("drills", "plan", plan.text("id")).stream())
                    .toList();
            long drilled = relevant.stream().filter(this::isDrilled).count();
            Optional<LocalDate> last =
                    drills.stream().flatMap(d -> d.date("date").stream()).max(LocalDate::compareTo);
            long people = drills.stream()
                    .flatMap(d -> d.number("participants").stream())
                    .mapToLong(java.math.BigDecimal::longValue)
                    .sum();
            String state = plans.isEmpty()
                    ? "no-plan"
                    : relevant.isEmpty() ? "not-relevant" : drilled == relevant.size() ? "drilled" : "open";
            cells.add(List.of(
                    context.title(value.label()),
                    ReportNumbers.count(plans.size()),
                    ReportNumbers.count(relevant.size()),
                    ReportNumbers.count(drilled),
                    last.map(LocalDate::toString).orElse(RegisterText.NONE),
                    text.count(people),
                    context.text("emergency." + state)));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("relevant", (long) relevant.size());
            details.put("drilledInYear", drilled);
            details.put("drills", (long) drills.size());
            details.put("lastDrill", last.map(LocalDate::toString).orElse(null));
            details.put("state", state);
            rows.add(ResultRow.count(ResultRow.item("eventClass", value.code()), "plans", plans.size(), details));
        }
        return new Table(
                "emergency-plans",
                context.text("emergency.table"),
                List.of(
                        context.column("column.event-class"),
                        context.number("column.plans"),
                        context.number("column.plans-relevant"),
                        context.number("column.plans-drilled"),
                        context.column("column.last-drill"),
                        context.number("column.drill-people"),
                        context.column("column.state")),
                cells,
                rows,
                null);
    }

    private boolean isDrilled(RegisterEntry plan) {
        return index.naming("drills", "plan", plan.text("id")).stream()
                .flatMap(drill -> drill.date("date").stream())
                .anyMatch(day -> !day.isAfter(today) && !day.plusMonths(MONTHS).isBefore(today));
    }
}
