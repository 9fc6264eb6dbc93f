package org.safecommunity.cli.check;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.safecommunity.cli.assess.WorkspaceAssessment;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.model.validation.Finding;

/**
 * A workspace with everything that is checked: its tables and registers, and the assessment that lies in it.
 *
 * @param workspace  the workspace
 * @param assessment its assessment, which may be none
 * @param findings   all findings, in order of place
 * @param inputs     files read, with checksum and counts
 */
public record CheckedWorkspace(
        Workspace workspace, WorkspaceAssessment assessment, List<Finding> findings, List<InputProvenance> inputs) {
    /** Copies the lists. */
    public CheckedWorkspace {
        findings = List.copyOf(findings);
        inputs = List.copyOf(inputs);
    }

    /**
     * Reads and checks a workspace.
     *
     * @param folder  folder with a {@code community.yaml}
     * @param options charset of the tables
     * @param today   day of the check
     * @throws org.safecommunity.cli.shell.UserError (exit 3) if the folder or its {@code community.yaml} cannot be read
     */
    public static CheckedWorkspace read(Path folder, CommonOptions options, LocalDate today) {
        Workspace workspace = Workspace.read(folder, options, today);
        WorkspaceAssessment assessment = WorkspaceAssessment.read(folder, options, workspace.registers());
        List<Finding> findings = new ArrayList<>(workspace.findings());
        findings.addAll(assessment.findings());
        List<InputProvenance> inputs = new ArrayList<>(workspace.inputs());
        assessment.input().ifPresent(inputs::add);
        return new CheckedWorkspace(
                workspace, assessment, findings.stream().sorted().toList(), inputs);
    }
}
