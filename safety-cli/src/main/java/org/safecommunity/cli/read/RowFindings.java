package org.safecommunity.cli.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/**
 * What was wrong with the rows of one file, and how many were used and refused. Findings are kept up to a limit for each
 * code; beyond it they are counted, and the count is said.
 */
public final class RowFindings {
    private static final int KEPT_PER_CODE = 100;
    private static final int SHOWN_PER_CODE = 5;

    private final String file;
    private final List<Finding> kept = new ArrayList<>();
    private final Map<String, Long> countByCode = new LinkedHashMap<>();
    private final List<Finding> refusals = new ArrayList<>();
    private final Map<String, Long> refusalsByCode = new LinkedHashMap<>();
    private long rows;
    private long refused;
    private long left;
    private int lastRefusedLine = -1;

    /** Findings about a file, named as users know it. */
    public RowFindings(String file) {
        this.file = file;
    }

    void countRow() {
        rows++;
        lastRefusedLine = -1; // several entries of a document may stand on one line
    }

    /** Refuses the row at a line. A row with several faults is refused once and each fault is kept. */
    public void refuse(String code, int line, String column, Object... arguments) {
        if (line != lastRefusedLine) {
            refused++;
            lastRefusedLine = line;
        }
        addRefusal(finding(code, Severity.ERROR, line, column, arguments));
    }

    /** Refuses the row at a line with a finding made elsewhere. */
    public void refuse(Finding finding) {
        if (finding.location().line() != lastRefusedLine) {
            refused++;
            lastRefusedLine = finding.location().line();
        }
        addRefusal(finding);
    }

    private void addRefusal(Finding finding) {
        if (refusalsByCode.merge(finding.code(), 1L, Long::sum) <= KEPT_PER_CODE) {
            refusals.add(finding);
        }
        add(finding);
    }

    /**
     * Counts rows that were refused when a store took them in, with the findings kept of them.
     *
     * @param refusedRows rows refused
     * @param findings    findings kept
     * @param counts      findings of each code, kept or not
     */
    public void recall(long refusedRows, List<Finding> findings, Map<String, Long> counts) {
        rows += refusedRows;
        refused += refusedRows;
        findings.forEach(this::add);
        Map<String, Long> given = new LinkedHashMap<>();
        findings.forEach(finding -> given.merge(finding.code(), 1L, Long::sum));
        counts.forEach((code, count) -> countByCode.merge(code, count - given.getOrDefault(code, 0L), Long::sum));
    }

    /** Remarks on a row that is used all the same. */
    public void warn(String code, int line, String column, Object... arguments) {
        add(finding(code, Severity.WARNING, line, column, arguments));
    }

    /** Leaves the current row out because a filter does not select it; it counts as neither used nor refused. */
    public void leaveOut() {
        left++;
    }

    /** Adds a finding. */
    public void add(Finding finding) {
        long count = countByCode.merge(finding.code(), 1L, Long::sum);
        if (count <= KEPT_PER_CODE) {
            kept.add(finding);
        }
    }

    /** A finding about this file, with the texts of the bundle. */
    public Finding finding(String code, Severity severity, int line, String column, Object... arguments) {
        LocalText message = Texts.both("finding." + code, arguments);
        LocalText hint = Texts.both("finding." + code + ".hint", arguments);
        return new Finding(code, severity, new Location(file, line, column), message, hint);
    }

    /** Whether the row at a line was refused. */
    public boolean isRefused(int line) {
        return line == lastRefusedLine;
    }

    /** Data rows seen. */
    public long rows() {
        return rows;
    }

    /** Rows refused. */
    public long refused() {
        return refused;
    }

    /** Rows used: all that were neither refused nor left out by a filter. */
    public long used() {
        return rows - refused - left;
    }

    /** Rows that a filter left out. */
    public long leftOut() {
        return left;
    }

    /** The findings kept that refused a row, in the order in which they came. */
    public List<Finding> refusals() {
        return Collections.unmodifiableList(refusals);
    }

    /** How many findings of each code refused a row, kept or not. */
    public Map<String, Long> refusalCounts() {
        return Collections.unmodifiableMap(refusalsByCode);
    }

    /** The findings kept, in order of place. */
    public List<Finding> findings() {
        List<Finding> sorted = new ArrayList<>(kept);
        Collections.sort(sorted);
        return sorted;
    }

    /** How many findings of each code there were, kept or not. */
    public Map<String, Long> counts() {
        return Collections.unmodifiableMap(countByCode);
    }

    /** The findings as warnings: the first few of each code, then how many more there are. */
    public List<Remark> remarks(Locale locale) {
        List<Remark> remarks = new ArrayList<>();
        Map<String, Integer> shown = new LinkedHashMap<>();
        for (Finding finding : findings()) {
            if (shown.merge(finding.code(), 1, Integer::sum) <= SHOWN_PER_CODE) {
                remarks.add(new Remark(
                        finding.code(),
                        finding.location() + ": "
                                + Texts.sentences(
                                        locale,
                                        finding.message().in(locale),
                                        finding.hint().in(locale))));
            }
        }
        countByCode.forEach((code, count) -> {
            if (count > SHOWN_PER_CODE) {
                remarks.add(new Remark(code, Texts.get(locale, "remark.more", count - SHOWN_PER_CODE, code, file)));
            }
        });
        return remarks;
    }

    /** A warning for each code of which there were more findings than are kept. */
    public List<Remark> notKept(Locale locale) {
        List<Remark> remarks = new ArrayList<>();
        countByCode.forEach((code, count) -> {
            if (count > KEPT_PER_CODE) {
                remarks.add(new Remark(code, Texts.get(locale, "remark.more", count - KEPT_PER_CODE, code, file)));
            }
        });
        return remarks;
    }

    /** The file in the provenance of a result. */
    public InputProvenance provenance(InputFile input) {
        return new InputProvenance(file, input.sha256(), rows, used(), refused, left);
    }
}
