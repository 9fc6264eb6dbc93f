package org.safecommunity.cli.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Step;
import org.safecommunity.risk.danger.HiddenDanger;
import org.safecommunity.risk.register.HazardEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists reviews and rectifications past due, the longest first. */
@Command(name = "overdue")
public final class OverdueCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    DayOption date = new DayOption();

    @Parameters(paramLabel = "PATH", descriptionKey = "register-path")
    @SuppressWarnings("NullAway.Init")
    String target;

    @Override
    public Integer call() {
        LocalDate day = date.day();
        RegisterFiles files = RegisterFiles.read(target, common, day, List.of());
        List<ResultRow> rows = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>(files.remarks());
        if (files.hazards() != null) {
            List<HazardEntry> hazards = files.hazards().values();
            hazards.forEach(h -> h.reviewOverdue(day).ifPresent(days -> rows.add(review(h, days, day))));
            long undated = hazards.stream().filter(h -> h.nextReview() == null).count();
            if (undated > 0) {
                remarks.add(new Remark("no-next-review", text("remark.no-next-review", undated)));
            }
        }
        if (files.dangers() != null) {
            List<HiddenDanger> dangers = files.dangers().values();
            dangers.forEach(d -> d.overdue(day).ifPresent(days -> rows.add(rectification(d, days, day))));
            long undated = dangers.stream()
                    .filter(d -> d.fixes().due() == null && !d.isClosed(day))
                    .count();
            if (undated > 0) {
                remarks.add(new Remark("no-time-limit", text("remark.no-time-limit", undated)));
            }
        }
        rows.sort(Comparator.comparing((ResultRow r) -> (Long) java.util.Objects.requireNonNull(r.value()))
                .reversed());
        if (rows.isEmpty()) {
            remarks.add(new Remark("nothing-overdue", text("remark.nothing-overdue", day)));
        }
        Printer.print(
                new Envelope("risk register overdue", rows, remarks, files.inputs(), Map.of("date", day.toString())),
                common,
                spec,
                Format.TABLE);
        return common.strict() && (files.refused() > 0 || !rows.isEmpty()) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private ResultRow review(HazardEntry hazard, long days, LocalDate day) {
        LocalDate due = java.util.Objects.requireNonNull(hazard.nextReview());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("due", due.toString());
        details.put("colour", hazard.colour().label());
        details.put("owner", hazard.owner());
        return row(
                ResultRow.item("kind", "review", "id", hazard.id(), "place", hazard.place()), days, due, day, details);
    }

    private ResultRow rectification(HiddenDanger danger, long days, LocalDate day) {
        LocalDate due = java.util.Objects.requireNonNull(danger.fixes().due());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("due", due.toString());
        details.put("grade", danger.isMajor() ? "major" : "general");
        details.put("state", danger.progress().state().label());
        details.put("owner", danger.fixes().responsible());
        return row(
                ResultRow.item("kind", "rectification", "id", danger.id(), "place", danger.place()),
                days,
                due,
                day,
                details);
    }

    private ResultRow row(
            Map<String, String> item, long days, LocalDate due, LocalDate day, Map<String, Object> details) {
        Locale locale = common.locale();
        List<Step> working = common.explain()
                ? List.of(Step.calculation(
                        Texts.get(locale, "statistic.days-overdue"),
                        Texts.get(locale, "formula.days-overdue"),
                        day + " − " + due,
                        days,
                        "days"))
                : List.of();
        return new ResultRow(
                Map.of(),
                item,
                "days-overdue",
                days,
                "days",
                null,
                null,
                null,
                null,
                "",
                Map.of(),
                details,
                List.of(),
                working);
    }

    private String text(String key, Object... arguments) {
        return Texts.get(common.locale(), key, arguments);
    }
}
