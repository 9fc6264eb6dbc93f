package org.safecommunity.cli.region;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.model.procedure.Timeline;
import org.safecommunity.model.procedure.WorkCalendar;
import org.safecommunity.model.programme.Community;
import org.safecommunity.model.validation.Severity;

/** Reads the workspaces of a region. One that cannot be used is a warning and is counted; the others stay. */
final class RegionInput {
    private final CommonOptions common;
    private final Locale locale;
    private final LocalDate today;
    private final LocalDate day;
    private final List<Member> members = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<InputProvenance> inputs = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();
    private int refused;
    private boolean faults;

    private RegionInput(CommonOptions common, LocalDate today, LocalDate day) {
        this.common = common;
        this.locale = common.locale();
        this.today = today;
        this.day = day;
    }

    /**
     * Reads the folders in their order.
     *
     * @param today what is dated later is refused
     * @param day   day for which stages and due dates are told
     * @throws UserError (exit 3) if none can be used
     */
    static RegionInput read(List<Path> folders, CommonOptions common, LocalDate today, LocalDate day) {
        RegionInput input = new RegionInput(common, today, day);
        folders.forEach(input::add);
        if (input.members.isEmpty()) {
            throw UserError.input(
                    "error.region-none", folders.size(), input.remarks.get(0).message());
        }
        return input;
    }

    private void add(Path folder) {
        if (!seen.add(folder.toAbsolutePath().normalize())) {
            refuse("region-twice", folder);
            return;
        }
        Workspace workspace;
        try {
            workspace = Workspace.read(folder, common, today);
        } catch (UserError error) {
            String reason = Texts.sentences(
                    locale, error.text().in(locale), error.hint().in(locale));
            refuse("region-unreadable", folder, reason);
            return;
        }
        for (InputProvenance file : workspace.inputs()) {
            inputs.add(new InputProvenance(
                    Files.isRegularFile(folder)
                            ? folder + "#" + file.path()
                            : folder.resolve(file.path()).toString(),
                    file.sha256(),
                    file.rows(),
                    file.used(),
                    file.refused(),
                    file.filtered()));
        }
        if (workspace.community().isEmpty()) {
            refuse("region-incomplete", folder);
            return;
        }
        tellFindings(workspace, folder);
        members.add(member(workspace, workspace.community().get(), folder));
    }

    private Member member(Workspace workspace, Community community, Path folder) {
        String name = community.name().in(locale);
        boolean taken = members.stream().anyMatch(other -> other.name().equals(name));
        return new Member(
                taken ? name + " (" + folder + ")" : name,
                community.type(),
                workspace.procedure().stage(day).orElse(Member.UNKNOWN),
                Exposure.personsByYear(workspace.population()),
                workspace.populationKind(),
                Exposure.of(workspace, locale),
                Timeline.of(
                        workspace.procedure().history(), workspace.procedure().scheme(), WorkCalendar.WEEKENDS, day));
    }

    private void tellFindings(Workspace workspace, Path folder) {
        long findings = workspace.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .count();
        if (findings > 0) {
            faults = true;
            warn("region-findings", folder, findings);
        }
    }

    private void refuse(String code, Object... arguments) {
        refused++;
        warn(code, arguments);
    }

    private void warn(String code, Object... arguments) {
        remarks.add(new Remark(code, Texts.get(locale, "remark." + code, arguments)));
    }

    /** The communities used, in the order given. */
    List<Member> members() {
        return members;
    }

    /** Folders that were not used; given = used + refused. */
    int refused() {
        return refused;
    }

    /** Whether a workspace was refused or had findings. */
    boolean hasFaults() {
        return faults || refused > 0;
    }

    List<Remark> remarks() {
        return remarks;
    }

    List<InputProvenance> inputs() {
        return inputs;
    }
}
