package org.safecommunity.risk.danger;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.internal.Checks;

/**
 * Numbers of the rules on hidden dangers, as data. Immutable.
 *
 * @param version          version of this data, not blank
 * @param quarterReportDay the statistics of a quarter are due before this day of the next quarter's first month
 * @param yearReportMonth  the statistics of a year are due before {@code yearReportDay} of this month of the next year
 * @param yearReportDay    see {@code yearReportMonth}
 * @param ageLimits        upper limits in days of the classes of age, rising; the last class is open
 * @param reportProvenance where the days of the reports are stated, not null
 * @param gradeProvenance  where the grades are stated, not null
 * @param rateProvenance   where the rates are stated, not null
 * @param sources          documents that the provenances refer to
 */
public record DangerRules(
        String version,
        int quarterReportDay,
        int yearReportMonth,
        int yearReportDay,
        List<Integer> ageLimits,
        Provenance reportProvenance,
        Provenance gradeProvenance,
        Provenance rateProvenance,
        List<SourceDocument> sources) {
    private static final DataFile<DangerRules> FILE = DataFile.of(DangerRules.class);

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws InvalidDataException     if a source is not in the list
     * @throws IllegalArgumentException if the version is blank, or the limits are empty or do not rise
     */
    public DangerRules {
        Checks.text(version, "version");
        ageLimits = Checks.filled(ageLimits, "ageLimits");
        for (int i = 1; i < ageLimits.size(); i++) {
            if (ageLimits.get(i) <= ageLimits.get(i - 1)) {
                throw new IllegalArgumentException("ageLimits must rise, was " + ageLimits);
            }
        }
        requireNonNull(reportProvenance, "reportProvenance");
        requireNonNull(gradeProvenance, "gradeProvenance");
        requireNonNull(rateProvenance, "rateProvenance");
        sources = sources == null ? List.of() : List.copyOf(sources);
        List<Finding> faults = new ArrayList<>(reportProvenance.unresolved("reportProvenance", sources));
        faults.addAll(gradeProvenance.unresolved("gradeProvenance", sources));
        faults.addAll(rateProvenance.unresolved("rateProvenance", sources));
        InvalidDataException.throwIfAny(faults);
    }

    /**
     * The rules that are part of the library.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static DangerRules bundled() {
        String name = "danger-rules.json";
        return FILE.readBundled(DangerRules.class.getResourceAsStream(name), name);
    }
}
