package org.safecommunity.cli.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.model.register.Register;
import org.safecommunity.model.register.RegisterCatalogue;
import org.safecommunity.model.register.RegisterIndex;
import org.safecommunity.model.register.RegisterKind;

/** Which registers are there and how current they are. */
final class RegisterSection {
    private final RegisterText text;
    private final ReportContext context;
    private final LocalDate today;

    RegisterSection(RegisterText text, ReportContext context, LocalDate today) {
        this.text = text;
        this.context = context;
        this.today = today;
    }

    Section section() {
        List<RegisterKind> kinds = new ArrayList<>(RegisterCatalogue.bundled().registers());
        text.index().all().stream()
                .map(Register::kind)
                .filter(kind -> kinds.stream().noneMatch(k -> k.id().equals(kind.id())))
                .forEach(kinds::add);
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        int there = 0;
        int required = 0;
        for (RegisterKind kind : kinds) {
            Optional<Register> register = text.index().of(kind.id());
            Optional<LocalDate> latest = register.flatMap(r -> RegisterIndex.latest(r, today));
            long entries = register.map(r -> (long) r.entries().size()).orElse(0L);
            String state = state(kind, register, latest);
            required += kind.required() ? 1 : 0;
            there += kind.required() && entries > 0 ? 1 : 0;
            String articles = kind.articles().stream().map(String::valueOf).collect(Collectors.joining(", "));
            cells.add(List.of(
                    context.title(kind.title()),
                    articles,
                    register.isEmpty() ? RegisterText.NONE : ReportNumbers.count(entries),
                    latest.map(LocalDate::toString).orElse(RegisterText.NONE),
                    context.text("registers." + state)));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("articles", articles);
            details.put("latest", latest.map(LocalDate::toString).orElse(null));
            details.put("state", state);
            rows.add(ResultRow.count(ResultRow.item("register", kind.id()), "entries", entries, details));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(context.paragraph("registers.summary", there, required));
        blocks.add(new Table(
                "registers-state",
                context.text("registers.table"),
                List.of(
                        context.column("column.register-name"),
                        context.column("column.articles"),
                        context.number("column.entries"),
                        context.column("column.latest"),
                        context.column("column.state")),
                cells,
                rows,
                null));
        return new Section("registers", context.text("section.registers"), blocks);
    }

    private String state(RegisterKind kind, Optional<Register> register, Optional<LocalDate> latest) {
        if (register.isEmpty()) {
            return kind.required() ? "missing" : "optional";
        }
        if (register.get().entries().isEmpty()) {
            return "empty";
        }
        Integer months = kind.currentMonths();
        boolean old = months != null
                && latest.isPresent()
                && latest.get().plusMonths(months).isBefore(today);
        return old ? "old" : "current";
    }
}
