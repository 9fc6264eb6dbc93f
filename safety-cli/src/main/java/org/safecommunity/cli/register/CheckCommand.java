package org.safecommunity.cli.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.safecommunity.cli.check.FindingRows;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.model.standard.Requirement;
import org.safecommunity.model.standard.Standard;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Severity;
import org.safecommunity.risk.danger.DangerCheck;
import org.safecommunity.risk.danger.HiddenDanger;
import org.safecommunity.risk.register.HazardCheck;
import org.safecommunity.risk.register.RiskPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the registers of a workspace or one file; findings as {@code check} gives them. */
@Command(name = "check")
public final class CheckCommand implements Callable<Integer> {
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
        Locale locale = common.locale();
        LocalDate day = date.day();
        RegisterFiles files = RegisterFiles.read(target, common, day, List.of());
        List<Finding> findings = findings(files, day);
        if (common.format(Format.TABLE) == Format.TABLE) {
            Printer.write(
                    FindingRows.report(findings, files.inputs(), locale),
                    common.output(),
                    spec.commandLine().getOut());
        } else {
            List<Remark> beyond = new ArrayList<>();
            files.all().forEach(register -> beyond.addAll(register.findings().notKept(locale)));
            Printer.print(
                    new Envelope(
                            "risk register check",
                            findings.stream()
                                    .map(f -> FindingRows.of(f, locale))
                                    .toList(),
                            beyond,
                            files.inputs(),
                            Map.of("date", day.toString())),
                    common,
                    spec,
                    Format.TABLE);
        }
        return findings.stream().anyMatch(f -> f.severity() != Severity.INFO) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** Faults of the cells and what the rules of the registers remark, in order of place. */
    static List<Finding> findings(RegisterFiles files, LocalDate day) {
        List<Finding> findings = new ArrayList<>();
        files.all().forEach(register -> findings.addAll(register.findings().findings()));
        RegisterRows<RiskPoint> points = files.points();
        Set<String> ids = points == null
                ? null
                : points.values().stream().map(RiskPoint::id).collect(Collectors.toSet());
        HazardCheck check = HazardCheck.of(topics(), ids, day);
        if (files.hazards() != null) {
            files.hazards()
                    .rows()
                    .forEach(row -> findings.addAll(
                            check.findings(row.value(), files.hazards().file(), row.line())));
        }
        if (points != null) {
            points.rows().forEach(row -> findings.addAll(check.findings(row.value(), points.file(), row.line())));
        }
        if (files.dangers() != null) {
            RegisterRows<HiddenDanger> dangers = files.dangers();
            DangerCheck rules = new DangerCheck(
                    dangers.values().stream().map(HiddenDanger::id).collect(Collectors.toSet()));
            dangers.rows().forEach(row -> findings.addAll(rules.findings(row.value(), dangers.file(), row.line())));
        }
        return findings.stream().sorted().toList();
    }

    /** Ids of the twelve topics of the standard. */
    static List<String> topics() {
        return Standard.aqt9001().elements().stream()
                .flatMap(element -> element.requirements().stream())
                .map(Requirement::id)
                .filter(id -> id.startsWith("4.5.1."))
                .toList();
    }
}
