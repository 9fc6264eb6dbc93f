package org.safecommunity.metrics.work;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.internal.CsvRows;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;

/**
 * One edition of a scheme of work-accident indicators. Immutable.
 *
 * @param id         scheme, e.g. {@code gb6441}
 * @param edition    edition, e.g. {@code 1986}; may be empty
 * @param indicators its indicators in order, not empty, all of this scheme and edition
 */
public record WorkScheme(String id, String edition, List<WorkIndicator> indicators) {
    private static final String RESOURCE = "work-indicators.csv";

    public WorkScheme {
        indicators = List.copyOf(indicators);
        if (indicators.isEmpty()) {
            throw new IllegalArgumentException("indicators must not be empty");
        }
        Set<String> ids = new LinkedHashSet<>();
        WorkIndicator first = indicators.get(0);
        for (WorkIndicator indicator : indicators) {
            if (!ids.add(indicator.id())) {
                throw new IllegalArgumentException(
                        "id must be unique in scheme " + id + " " + edition + ", was twice " + indicator.id());
            }
            if (!Objects.equals(indicator.deathCharge(), first.deathCharge())
                    || !Objects.equals(indicator.validFrom(), first.validFrom())
                    || !Objects.equals(indicator.validTo(), first.validTo())) {
                throw new IllegalArgumentException("valid_from, valid_to and death_charge must be the same for all"
                        + " indicators of scheme " + id + " " + edition + ", were not for " + indicator.id());
            }
        }
    }

    /** The schemes of this library, by scheme and edition in the order of the data. */
    public static List<WorkScheme> bundled() {
        return of(CsvRows.of(WorkScheme.class, RESOURCE).stream()
                .map(WorkIndicator::of)
                .toList());
    }

    /**
     * The schemes that indicators make up.
     *
     * @param indicators indicators in any order, not null
     * @return the schemes by scheme and edition, in the order of first appearance
     * @throws IllegalArgumentException if an id appears twice in an edition, or its dates or death charges differ
     */
    public static List<WorkScheme> of(List<WorkIndicator> indicators) {
        Map<List<String>, List<WorkIndicator>> editions = new LinkedHashMap<>();
        for (WorkIndicator indicator : indicators) {
            editions.computeIfAbsent(List.of(indicator.scheme(), indicator.edition()), key -> new ArrayList<>())
                    .add(indicator);
        }
        return editions.entrySet().stream()
                .map(e -> new WorkScheme(e.getKey().get(0), e.getKey().get(1), e.getValue()))
                .toList();
    }

    /**
     * Reads schemes from a data file in the form of {@code work-indicators.csv}: a header line, then an indicator a line.
     *
     * @param text the file, not null; it is read to its end and not closed
     * @return the schemes by scheme and edition, in the order of the file, not empty
     * @throws IllegalArgumentException if the file has no indicator or one is not what it must be; the message names the line
     * @throws IOException              if the text cannot be read
     */
    public static List<WorkScheme> read(Reader text) throws IOException {
        List<WorkIndicator> indicators = new ArrayList<>();
        for (CsvRows.Row row : CsvRows.read(text)) {
            try {
                indicators.add(WorkIndicator.of(row.cells()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + row.line() + ": " + e.getMessage(), e);
            }
        }
        if (indicators.isEmpty()) {
            throw new IllegalArgumentException("the file must have a header line and at least one indicator");
        }
        return of(indicators);
    }

    /**
     * The edition of a scheme that is in force on a day.
     *
     * @param schemes schemes to look in, not null
     * @param id      scheme, not null
     * @param day     day of the accidents; null takes the first edition of the list
     * @return the edition; empty when there is none of that name and day
     */
    public static Optional<WorkScheme> find(List<WorkScheme> schemes, String id, @Nullable LocalDate day) {
        return schemes.stream()
                .filter(scheme -> scheme.id().equals(id))
                .filter(scheme -> day == null || scheme.indicators().get(0).isValid(day))
                .findFirst();
    }

    /** Lost workdays charged for a death; empty when the scheme has no such charge. */
    public OptionalDouble deathCharge() {
        Double charge = indicators.get(0).deathCharge();
        return charge == null ? OptionalDouble.empty() : OptionalDouble.of(charge);
    }

    /** Quantities its indicators may use, in order. */
    public Set<String> quantities() {
        Set<String> names = new LinkedHashSet<>();
        indicators.forEach(indicator -> names.addAll(indicator.quantities()));
        return names;
    }

    /** Quantities that must be whole numbers because a count is made of them. */
    public Set<String> counts() {
        Set<String> names = new LinkedHashSet<>();
        indicators.stream()
                .filter(WorkIndicator::count)
                .forEach(indicator -> names.addAll(indicator.numerator().names()));
        return names;
    }

    /**
     * The indicators whose quantities are given.
     *
     * @param quantities what is given, not null
     * @param method     interval method of the counts, not null
     * @param confidence level and side of the intervals, not null
     * @return one rate for each indicator that can be computed, in order; may be empty
     * @throws IllegalArgumentException if a quantity that is counted is no whole number
     */
    public List<WorkRate> rates(WorkQuantities quantities, PoissonIntervalMethod method, Confidence confidence) {
        return indicators.stream()
                .filter(indicator -> missing(indicator, quantities).isEmpty())
                .map(indicator -> WorkRate.of(indicator, quantities, method, confidence))
                .toList();
    }

    /** For each indicator that cannot be computed, the quantities that lack. */
    public Map<String, Set<String>> missing(WorkQuantities quantities) {
        Map<String, Set<String>> missing = new LinkedHashMap<>();
        for (WorkIndicator indicator : indicators) {
            Set<String> names = missing(indicator, quantities);
            if (!names.isEmpty()) {
                missing.put(indicator.id(), names);
            }
        }
        return missing;
    }

    private static Set<String> missing(WorkIndicator indicator, WorkQuantities quantities) {
        Set<String> names = new LinkedHashSet<>(indicator.numerator().missing(quantities.values()));
        names.addAll(indicator.denominator().missing(quantities.values()));
        return names;
    }
}
