package org.safecommunity.cli.worksheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.register.RegisterRows;
import org.safecommunity.cli.register.RegisterRows.Located;
import org.safecommunity.cli.register.RegisterTable;
import org.safecommunity.cli.risk.RiskRows;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Status;
import org.safecommunity.model.validation.Severity;
import org.safecommunity.risk.danger.DangerState;
import org.safecommunity.risk.danger.HiddenDanger;
import org.safecommunity.risk.register.RegisterForm;
import org.safecommunity.risk.worksheet.Inspection;
import org.safecommunity.risk.worksheet.Inspection.Answer;
import org.safecommunity.risk.worksheet.InspectionList;
import org.safecommunity.risk.worksheet.InspectionList.Item;

/** Answers to an inspection list: one row each, gathered into visits, with a draft for each item not met. */
final class InspectionRows {
    private final InspectionList list;
    private final CommonOptions options;
    private final Map<Visit, Map<String, Cell>> visits = new LinkedHashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<ResultRow> conformity = new ArrayList<>();
    private @Nullable RegisterRows<Cell> register;

    private record Visit(String place, LocalDate day) {}

    private record Cell(int line, String kind, Answer answer, String remark) {}

    private record Draft(HiddenDanger danger, Item item) {}

    InspectionRows(InspectionList list, CommonOptions options) {
        this.list = list;
        this.options = options;
    }

    /** Reads a file. */
    InspectionRows read(String file, List<String> where) {
        InputFile input = InputFile.open(file, options.charset());
        RowFindings findings = new RowFindings(input.name());
        RegisterForm form = InspectionList.form();
        try (RegisterTable table = RegisterTable.open(input, form, Map.of(), where, findings)) {
            List<Located<Cell>> cells = new ArrayList<>();
            while (table.usable() && table.next()) {
                row(table).ifPresent(cell -> cells.add(new Located<>(table.line(), cell)));
            }
            visits.forEach((visit, answers) -> visit(visit, answers, findings));
            register = RegisterRows.of(input, cells, findings, table.filter(), options.locale())
                    .filled();
        }
        return this;
    }

    /** The file as it was read. */
    RegisterRows<?> register() {
        return Objects.requireNonNull(register);
    }

    private Optional<Cell> row(RegisterTable table) {
        String place = table.required("place");
        String code = table.required("item");
        String answer = table.text("answer");
        LocalDate day = table.requiredDay("date");
        Optional<Item> item = code.isEmpty() ? Optional.empty() : list.item(code);
        if (item.isEmpty() && !code.isEmpty()) {
            table.refuse("unknown-item", "item", SafeEcho.of(code), list.id(), codes());
        }
        Optional<Answer> parsed = Answer.parse(answer);
        if (parsed.isEmpty() && !answer.isEmpty()) {
            table.refuse("not-of-list", "answer", SafeEcho.of(answer), "yes, no, na");
        }
        Optional<String> kind = table.choice(
                "kind",
                text -> list.kinds().isEmpty()
                        ? Optional.of(text)
                        : list.kind(text).map(InspectionList.Kind::id),
                list.kinds().stream().map(InspectionList.Kind::id).collect(Collectors.joining(", ")));
        if (table.refused() || day == null || item.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Cell> answers = visits.computeIfAbsent(new Visit(place, day), v -> new LinkedHashMap<>());
        if (parsed.isEmpty()) {
            return Optional.of(new Cell(table.line(), "", Answer.NOT_APPLICABLE, ""));
        }
        Cell cell = new Cell(table.line(), kind.orElse(""), parsed.get(), table.text("remark"));
        if (answers.putIfAbsent(item.get().code(), cell) != null) {
            table.refuse("answered-twice", "item", item.get().code());
            return Optional.empty();
        }
        return Optional.of(cell);
    }

    private String codes() {
        return list.items().stream().map(Item::code).collect(Collectors.joining(", "));
    }

    private void visit(Visit visit, Map<String, Cell> cells, RowFindings findings) {
        Locale locale = options.locale();
        Map<String, Answer> answers = new LinkedHashMap<>();
        cells.forEach((code, cell) -> answers.put(code, cell.answer()));
        String kind = cells.values().stream()
                .map(Cell::kind)
                .filter(k -> !k.isEmpty())
                .findFirst()
                .orElse("");
        Inspection inspection = new Inspection(list, visit.place(), kind, visit.day(), answers);
        if (inspection.unanswered() > 0) {
            int line = cells.values().stream().mapToInt(Cell::line).min().orElse(1);
            findings.add(findings.finding(
                    "unanswered",
                    Severity.WARNING,
                    line,
                    "answer",
                    inspection.unanswered(),
                    list.items().size()));
        }
        conformity.add(row(inspection));
        for (Item item : inspection.notMet()) {
            String remark = Objects.requireNonNull(cells.get(item.code())).remark();
            String text =
                    Texts.get(locale, "inspect.draft", item.code(), item.text().in(locale))
                            + (remark.isEmpty() ? "" : " " + remark);
            String id = "I" + visit.day().toString().replace("-", "")
                    + String.format(Locale.ROOT, "-%03d", drafts.size() + 1);
            drafts.add(new Draft(HiddenDanger.found(id, visit.place(), text, visit.day()), item));
        }
    }

    private ResultRow row(Inspection inspection) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("yes", inspection.count(Answer.YES));
        details.put("no", inspection.count(Answer.NO));
        details.put("notApplicable", inspection.count(Answer.NOT_APPLICABLE));
        details.put("unanswered", inspection.unanswered());
        details.put("notMet", inspection.notMet().stream().map(Item::code).toList());
        OptionalDouble share = inspection.conformity();
        return new ResultRow(
                Map.of(),
                ResultRow.item(
                        "place", inspection.place(),
                        "kind", inspection.kind(),
                        "date", inspection.day().toString()),
                "conformity",
                share.isPresent() ? (Object) share.getAsDouble() : null,
                "%",
                null,
                null,
                null,
                null,
                share.isPresent() ? "" : Status.EMPTY_DOMAIN.label(),
                Map.of(),
                details,
                List.of(),
                options.explain() ? RiskRows.steps(inspection.explain(), options.locale()) : List.of());
    }

    /** Visits, how often each item was not met, and the drafts; each a table of its own. */
    List<List<ResultRow>> parts() {
        return List.of(conformity, failures(), draftRows()).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private List<ResultRow> failures() {
        List<ResultRow> rows = new ArrayList<>();
        for (Item item : list.items()) {
            long n = drafts.stream().filter(d -> d.item().equals(item)).count();
            if (n > 0) {
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("visits", (long) visits.size());
                details.put("text", item.text().in(options.locale()));
                rows.add(ResultRow.count(ResultRow.item("item", item.code()), "not-met", n, details));
            }
        }
        rows.sort(java.util.Comparator.comparing((ResultRow r) -> (Long) Objects.requireNonNull(r.value()))
                .reversed());
        return rows;
    }

    private List<ResultRow> draftRows() {
        return drafts.stream()
                .map(draft -> {
                    Map<String, Object> details = new LinkedHashMap<>();
                    details.put("found_on", draft.danger().progress().foundOn().toString());
                    details.put("description", draft.danger().text());
                    details.put("measures", draft.item().action().in(options.locale()));
                    details.put("topic", draft.item().topic());
                    return ResultRow.plain(
                            ResultRow.item(
                                    "item",
                                    draft.item().code(),
                                    "place",
                                    draft.danger().place()),
                            "hidden-danger-draft",
                            draft.danger().id(),
                            details);
                })
                .toList();
    }

    /** The drafts as rows of the hidden-danger ledger; the grade is left to people. */
    List<List<String>> ledger() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("danger_id", "found_on", "place", "description", "topic", "state", "grade", "measures"));
        for (Draft draft : drafts) {
            lines.add(List.of(
                    draft.danger().id(),
                    draft.danger().progress().foundOn().toString(),
                    draft.danger().place(),
                    draft.danger().text(),
                    draft.item().topic(),
                    DangerState.FOUND.label(),
                    "",
                    draft.item().action().in(options.locale())));
        }
        return lines;
    }
}
