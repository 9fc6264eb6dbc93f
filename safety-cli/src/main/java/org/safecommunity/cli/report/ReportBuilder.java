package org.safecommunity.cli.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.safecommunity.cli.check.CheckedWorkspace;
import org.safecommunity.cli.report.Report.Section;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.model.programme.Community;
import org.safecommunity.model.register.RegisterIndex;

/** Puts the sections of a report together. */
final class ReportBuilder {
    private ReportBuilder() {}

    /** The report of a workspace, in one language, of a day. */
    static Report build(CheckedWorkspace checked, RiskRegisters registers, Locale locale, LocalDate date) {
        Workspace workspace = checked.workspace();
        ReportContext context = new ReportContext(locale, Confidence.DEFAULT, new Charts(), workspace.suppressBelow());
        String name = workspace.community().map(c -> c.name().in(locale)).orElse(context.text("report.unnamed"));
        DataSection data = new DataSection(checked, context);
        InjurySection injuries = new InjurySection(workspace, context);
        RateSection rates = new RateSection(workspace, context, injuries.withheld());
        AccidentSection accidents = new AccidentSection(workspace, context);
        RiskSection risks = new RiskSection(registers, context);
        SurveySection survey = new SurveySection(workspace, context);
        ElementSection elements = new ElementSection(workspace, context);
        List<Section> sections = new ArrayList<>();
        sections.add(new ProfileSection(workspace, context).section());
        sections.add(data.section());
        sections.add(injuries.section());
        sections.add(rates.section());
        sections.add(accidents.section());
        sections.add(risks.section());
        sections.add(new DangerSection(registers, context, date).section());
        sections.add(survey.section());
        sections.add(elements.section());
        programme(checked, context, date, sections);
        List<String> summary = List.of(
                data.sentence(name),
                rates.sentence(),
                injuries.sentence(),
                context.text("summary.accidents-and-risks", accidents.sentence(), risks.sentence()),
                elements.sentence(survey));
        return new Report(
                locale,
                context.text("report.title", name),
                date,
                notice(workspace, context),
                summary,
                sections,
                Stream.concat(checked.inputs().stream(), registers.inputs(checked.inputs()).stream())
                        .toList(),
                workspace.suppressBelow());
    }

    /** What the registers of the programme and the assessment show; left out of a workspace that has neither. */
    private static void programme(
            CheckedWorkspace checked, ReportContext context, LocalDate date, List<Section> sections) {
        RegisterIndex index = new RegisterIndex(checked.workspace().registers());
        if (!index.all().isEmpty()) {
            RegisterText text = new RegisterText(index, context);
            sections.add(new GoalSection(text, context, date).section());
            sections.add(new ChainSection(text, context).section());
            sections.add(new EmergencySection(text, context, date).section());
            sections.add(new ParticipationSection(text, context, date).section());
            sections.add(new RegisterSection(text, context, date).section());
        }
        if (checked.assessment().score().isPresent()) {
            sections.add(new AssessmentSection(checked.assessment(), context).section());
        }
    }

    private static @org.jspecify.annotations.Nullable String notice(Workspace workspace, ReportContext context) {
        List<String> notices = new ArrayList<>();
        if (workspace.community().map(Community::synthetic).orElse(false)) {
            notices.add(context.text("report.synthetic"));
        }
        if (context.suppressBelow() > 0) {
            notices.add(context.text("report.suppressed", context.suppressBelow(), ReportContext.WITHHELD));
        }
        return notices.isEmpty() ? null : String.join(" ", notices);
    }
}
