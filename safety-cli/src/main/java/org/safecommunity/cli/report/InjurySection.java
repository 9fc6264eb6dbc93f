package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.report.Report.Block;
import org.safecommunity.cli.report.Report.Column;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.report.Report.Table;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.metrics.rate.Proportion;
import org.safecommunity.model.injury.Code;
import org.safecommunity.model.injury.CodeField;
import org.safecommunity.model.injury.InjuryCounts;
import org.safecommunity.model.injury.InjuryField;

/** The injury register: counts and shares by cause, place, intent, outcome, age and month. */
final class InjurySection {
    private static final List<InjuryField> FIELDS =
            List.of(InjuryField.CAUSE, InjuryField.PLACE, InjuryField.INTENT, InjuryField.OUTCOME);
    private static final int MONTHS = 12;

    private final Workspace workspace;
    private final ReportContext context;
    private final Set<String> deadly;
    private final Set<String> withheld;

    InjurySection(Workspace workspace, ReportContext context) {
        this.workspace = workspace;
        this.context = context;
        this.deadly = workspace.codeSet().flatMap(set -> set.field("outcome")).stream()
                .flatMap(field -> field.codes().stream())
                .filter(Code::isFatal)
                .map(Code::code)
                .collect(Collectors.toSet());
        this.withheld = workspace
                .injuries()
                .map(counts -> RegisterCells.withheld(counts, deadly, context.suppressBelow()))
                .orElse(Set.of());
    }

    /** The cells of the register that are not shown. */
    Set<String> withheld() {
        return withheld;
    }

    Section section() {
        String title = context.text("section.injuries", workspace.eventName().in(context.locale()));
        Optional<InjuryCounts> counted = workspace.injuries().filter(counts -> counts.total() > 0);
        if (counted.isEmpty()) {
            return context.nothing("injuries", title);
        }
        InjuryCounts counts = counted.get();
        List<Block> blocks = new ArrayList<>();
        blocks.add(context.paragraph(
                "injuries.total",
                ReportNumbers.count(counts.total()),
                workspace.eventName().in(context.locale()),
                years(counts)));
        for (InjuryField field : FIELDS) {
            byField(counts, field, blocks);
        }
        byAge(counts, blocks);
        byMonth(counts, blocks);
        fatalityByCause(counts, blocks);
        return new Section("injuries", title, blocks);
    }

    private void byField(InjuryCounts counts, InjuryField field, List<Block> blocks) {
        Map<String, Long> byCode = counts.byField(field);
        Optional<CodeField> codes = workspace.codeSet().flatMap(set -> set.field(field.label()));
        if (byCode.isEmpty() || codes.isEmpty()) {
            return;
        }
        String title = codes.get().title().in(context.locale());
        long filled = byCode.values().stream().mapToLong(Long::longValue).sum();
        ShareTable table = new ShareTable(context, filled, withheld);
        for (Code code : order(codes.get(), field, byCode)) {
            table.add(
                    RegisterCells.code(field, code.code()),
                    context.title(code.label()),
                    ResultRow.item(
                            field.label(), code.code(), "label", code.label().en()),
                    byCode.getOrDefault(code.code(), 0L));
        }
        if (filled < counts.total()) {
            blocks.add(
                    context.paragraph("injuries.field-missing", title, ReportNumbers.count(counts.total() - filled)));
        }
        blocks.add(table.table("injuries-" + field.label(), title, title, false));
    }

    /** Most frequent first and "unknown" last; in the order of the codes where a count is withheld: order tells size. */
    private List<Code> order(CodeField field, InjuryField name, Map<String, Long> byCode) {
        List<Code> present = field.codes().stream()
                .filter(code -> byCode.containsKey(code.code()))
                .toList();
        return present.stream().anyMatch(code -> withheld.contains(RegisterCells.code(name, code.code())))
                ? present
                : present.stream()
                        .sorted(Comparator.comparing(Code::missing)
                                .thenComparing(code -> -byCode.getOrDefault(code.code(), 0L)))
                        .toList();
    }

    private void byAge(InjuryCounts counts, List<Block> blocks) {
        Map<Integer, Long> byAge = RegisterCells.byAge(counts);
        if (byAge.isEmpty()) {
            return;
        }
        ShareTable table = new ShareTable(context, counts.total() - counts.withoutAge(), withheld);
        byAge.forEach((low, n) -> {
            String label = InjuryCounts.ageGroup(low);
            table.add(RegisterCells.age(low), label, ResultRow.item("age_group", label), n);
        });
        if (counts.withoutAge() > 0) {
            blocks.add(context.paragraph("injuries.without-age", ReportNumbers.count(counts.withoutAge())));
        }
        blocks.add(
                table.table("injuries-age", context.text("injuries.by-age"), context.text("column.age_group"), true));
    }

    private void byMonth(InjuryCounts counts, List<Block> blocks) {
        if (counts.byMonth().isEmpty()) {
            return;
        }
        ShareTable table = new ShareTable(context, counts.total() - counts.withoutMonth(), withheld);
        for (int month = 1; month <= MONTHS; month++) {
            String label = Integer.toString(month);
            table.add(
                    RegisterCells.month(month),
                    label,
                    ResultRow.item("month", label),
                    counts.byMonth().getOrDefault(month, 0L));
        }
        if (counts.withoutMonth() > 0) {
            blocks.add(context.paragraph("injuries.without-month", ReportNumbers.count(counts.withoutMonth())));
        }
        blocks.add(
                table.table("injuries-month", context.text("injuries.by-month"), context.text("column.month"), true));
    }

    /** Case fatality by cause, where the outcomes of the code set say who died. */
    private void fatalityByCause(InjuryCounts counts, List<Block> blocks) {
        Optional<CodeField> causes = workspace.codeSet().flatMap(set -> set.field("cause"));
        if (causes.isEmpty() || deadly.isEmpty() || counts.outcomeByCause().isEmpty()) {
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        List<ResultRow> rows = new ArrayList<>();
        for (Code code : order(causes.get(), InjuryField.CAUSE, counts.byField(InjuryField.CAUSE))) {
            Map<String, Long> outcomes = counts.outcomeByCause().get(code.code());
            if (outcomes != null) {
                fatality(code, outcomes, cells, rows);
            }
        }
        blocks.add(new Table(
                "case-fatality",
                context.text("injuries.case-fatality", causes.get().title().in(context.locale())),
                List.of(
                        new Column(causes.get().title().in(context.locale()), false),
                        context.number("column.count"),
                        context.number("column.died"),
                        context.number("column.fatality"),
                        context.number("column.interval95")),
                cells,
                rows,
                null));
    }

    private void fatality(Code code, Map<String, Long> outcomes, List<List<String>> cells, List<ResultRow> rows) {
        long n = outcomes.values().stream().mapToLong(Long::longValue).sum();
        long died = deadly.stream()
                .mapToLong(outcome -> outcomes.getOrDefault(outcome, 0L))
                .sum();
        Proportion share = context.share(died, n);
        ResultRow row = context.row(
                share,
                Map.of(),
                ResultRow.item("cause", code.code(), "label", code.label().en()));
        String label = context.title(code.label());
        boolean hiddenAll = withheld.contains(RegisterCells.known(code.code()))
                || withheld.contains(RegisterCells.code(InjuryField.CAUSE, code.code()));
        if (hiddenAll || withheld.contains(RegisterCells.died(code.code()))) {
            String count = hiddenAll ? ReportContext.WITHHELD : ReportNumbers.count(n);
            cells.add(List.of(label, count, ReportContext.WITHHELD, ReportContext.WITHHELD, ""));
            rows.add(Withheld.all(row));
        } else {
            cells.add(List.of(
                    label,
                    ReportNumbers.count(n),
                    ReportNumbers.count(died),
                    context.percent(share),
                    context.percentInterval(share)));
            rows.add(row);
        }
    }

    /** The sentence about the most frequent cause. */
    String sentence() {
        Optional<CodeField> causes = workspace.codeSet().flatMap(set -> set.field("cause"));
        Map<String, Long> byCode = workspace
                .injuries()
                .map(counts -> counts.byField(InjuryField.CAUSE))
                .orElse(Map.of());
        long filled = byCode.values().stream().mapToLong(Long::longValue).sum();
        Optional<Code> first = causes.stream()
                .flatMap(field -> field.codes().stream())
                .filter(code -> !code.missing() && byCode.containsKey(code.code()))
                .max(Comparator.comparing(code -> byCode.getOrDefault(code.code(), 0L)));
        if (first.isEmpty()) {
            return context.text("summary.no-cause");
        }
        String label = first.get().label().in(context.locale());
        long n = byCode.getOrDefault(first.get().code(), 0L);
        return withheld.contains(
                        RegisterCells.code(InjuryField.CAUSE, first.get().code()))
                ? context.text("summary.cause-withheld")
                : context.text(
                        "summary.cause",
                        causes.get().title().in(context.locale()),
                        label,
                        ReportNumbers.count(n),
                        ReportNumbers.count(filled),
                        context.percent(context.share(n, filled)));
    }

    /** Years of the records, e.g. {@code 2022–2024}. */
    static String years(InjuryCounts counts) {
        int first = counts.byCell().keySet().stream()
                .mapToInt(InjuryCounts.Cell::year)
                .min()
                .orElse(0);
        int last = counts.byCell().keySet().stream()
                .mapToInt(InjuryCounts.Cell::year)
                .max()
                .orElse(0);
        return first == last ? Integer.toString(first) : first + "–" + last;
    }
}
