package org.safecommunity.cli.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.register.RegisterFiles;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.model.validation.Severity;
import org.safecommunity.risk.danger.HiddenDanger;
import org.safecommunity.risk.register.HazardEntry;

/**
 * The risk registers of a workspace as a report shows them: {@code hazards.csv}, or else the risk register that the
 * description names, and {@code hidden-dangers.csv}.
 *
 * @param hazards hazards
 * @param dangers hidden dangers
 * @param ledger  whether there is a ledger of hidden dangers
 * @param files   the files of the usual names
 * @param faults  files that could not be read
 */
record RiskRegisters(
        List<HazardEntry> hazards,
        List<HiddenDanger> dangers,
        boolean ledger,
        RegisterFiles files,
        List<UserError> faults) {
    RiskRegisters {
        hazards = List.copyOf(hazards);
        dangers = List.copyOf(dangers);
        faults = List.copyOf(faults);
    }

    static RiskRegisters read(Workspace workspace, CommonOptions options, LocalDate day) {
        List<UserError> faults = new ArrayList<>();
        RegisterFiles files = RegisterFiles.find(workspace.folder(), options, day, faults);
        return new RiskRegisters(
                files.hazards() == null
                        ? workspace.risks().stream().map(HazardEntry::of).toList()
                        : files.hazards().values(),
                files.dangers() == null ? List.of() : files.dangers().values(),
                files.dangers() != null,
                files,
                faults);
    }

    /** The files read, without those that the workspace has read too. */
    List<InputProvenance> inputs(List<InputProvenance> others) {
        Set<String> known = others.stream().map(InputProvenance::path).collect(Collectors.toSet());
        return files.inputs().stream()
                .filter(input -> !known.contains(input.path()))
                .toList();
    }

    /** Rows refused and files not read. */
    long faultCount() {
        long findings = files.all().stream()
                .flatMap(register -> register.findings().findings().stream())
                .filter(finding -> finding.severity() != Severity.INFO)
                .count();
        return findings + faults.size();
    }
}
