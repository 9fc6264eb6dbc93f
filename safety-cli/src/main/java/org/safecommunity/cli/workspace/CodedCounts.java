package org.safecommunity.cli.workspace;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.model.injury.CodeSet;
import org.safecommunity.model.injury.InjuryCounts;
import org.safecommunity.model.injury.InjuryRecord;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Severity;

/**
 * Counts of a register with records of several code sets. The same number means different things in different sets, so the
 * codes of a record of another set are left out; the record itself is counted.
 */
final class CodedCounts {
    private final CodeSet codeSet;
    private final InjuryCounts counts = new InjuryCounts();
    private final Set<String> others = new TreeSet<>();
    private long ofOthers;

    CodedCounts(CodeSet codeSet) {
        this.codeSet = codeSet;
    }

    void add(InjuryRecord injury) {
        if (injury.codeSet().equals(codeSet.id())) {
            counts.add(injury);
            return;
        }
        ofOthers++;
        others.add(injury.codeSet());
        counts.add(new InjuryRecord(
                injury.recordId(),
                injury.codeSet(),
                injury.sex(),
                injury.age(),
                injury.date(),
                injury.hour(),
                Map.of()));
    }

    InjuryCounts counts() {
        return counts;
    }

    /** Says how many records are of another code set; empty when none is. */
    Optional<Finding> finding(RowFindings findings) {
        return ofOthers == 0
                ? Optional.empty()
                : Optional.of(findings.finding(
                        "other-code-set",
                        Severity.WARNING,
                        0,
                        "code_set",
                        ofOthers,
                        String.join(", ", others),
                        codeSet.id()));
    }
}
