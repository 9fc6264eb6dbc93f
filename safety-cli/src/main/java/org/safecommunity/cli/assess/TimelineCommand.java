package org.safecommunity.cli.assess;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.procedure.ProcedureView;
import org.safecommunity.cli.procedure.TimelineRows;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.cli.workspace.NamedData;
import org.safecommunity.cli.workspace.Procedure;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.model.procedure.DueDate;
import org.safecommunity.model.procedure.WorkCalendar;
import org.safecommunity.model.scheme.Scheme.ParameterId;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where a community stands in the procedure: state, next step, due dates, conditions, grounds of revocation. */
@Command(name = "timeline")
public final class TimelineCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1", paramLabel = "DIR", descriptionKey = "dir")
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Option(names = "--scheme", paramLabel = "NAME|FILE", descriptionKey = "timeline-scheme")
    @Nullable
    String scheme;

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "timeline-on")
    @Nullable
    String on;

    @Option(names = "--holidays", paramLabel = "FILE", descriptionKey = "timeline-holidays")
    @Nullable
    String holidays;

    @Override
    public Integer call() {
        LocalDate today = Workspace.today();
        LocalDate day = on == null ? today : day(on);
        Workspace workspace = Workspace.read(folder, common, today);
        HolidayFile calendar = holidays == null ? null : HolidayFile.read(holidays, common);
        ProcedureView view = ProcedureView.of(
                workspace,
                scheme == null ? null : NamedData.scheme(scheme),
                calendar == null ? WorkCalendar.WEEKENDS : calendar.calendar(),
                day);
        TimelineRows rows = new TimelineRows(view, common.locale(), common.explain());
        List<Finding> findings = workspace.findings().stream()
                .filter(f -> f.location().file().equals(Procedure.FILE))
                .toList();
        Envelope envelope = new Envelope(
                "assess timeline",
                rows.all(),
                remarks(findings, calendar, view, rows),
                inputs(workspace, calendar),
                options(view));
        Printer.print(envelope, rows.tables(), common, spec, Format.TABLE);
        boolean faults = findings.stream().anyMatch(f -> f.severity() != Severity.INFO);
        return view.needsAttention() || (common.strict() && faults) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw UserError.usage("error.date", "--on", text);
        }
    }

    private List<Remark> remarks(
            List<Finding> findings, @Nullable HolidayFile calendar, ProcedureView view, TimelineRows rows) {
        List<Remark> remarks = new ArrayList<>();
        for (Finding finding : findings) {
            String message = Texts.sentences(
                    common.locale(),
                    finding.message().in(common.locale()),
                    finding.hint().in(common.locale()));
            remarks.add(new Remark(finding.code(), finding.location() + " " + message));
        }
        if (calendar != null) {
            remarks.addAll(calendar.pass().remarks());
        }
        List<DueDate> counted = view.timeline().dueDates().stream()
                .filter(date -> date.parameter().id() == ParameterId.DOC_REVIEW_WORKING_DAYS
                        || date.parameter().id() == ParameterId.DECISION_WORKING_DAYS)
                .toList();
        if (!counted.isEmpty()) {
            TreeSet<Integer> years = new TreeSet<>();
            counted.forEach(date -> years.add(date.event().date().getYear()));
            counted.forEach(date -> years.add(date.due().getYear()));
            if (calendar != null) {
                years.removeAll(calendar.years());
            }
            if (!years.isEmpty()) {
                String which =
                        String.join(", ", years.stream().map(String::valueOf).toList());
                remarks.add(new Remark("weekends-only", Texts.get(common.locale(), "remark.weekends-only", which)));
            }
        }
        remarks.addAll(rows.remarks());
        return remarks;
    }

    private static List<Envelope.InputProvenance> inputs(Workspace workspace, @Nullable HolidayFile calendar) {
        List<Envelope.InputProvenance> inputs = new ArrayList<>(workspace.inputs());
        if (calendar != null) {
            inputs.add(calendar.pass().provenance());
        }
        return inputs;
    }

    private Map<String, Object> options(ProcedureView view) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("scheme", view.timeline().scheme().id());
        options.put("schemeVersion", view.timeline().scheme().version());
        options.put("on", view.timeline().day().toString());
        options.put("holidays", holidays);
        return options;
    }
}
