package org.safecommunity.model.catalogue;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.standard.Element;
import org.safecommunity.model.standard.Requirement;
import org.safecommunity.model.standard.Standard;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

/**
 * A versioned list of indicators. Immutable. A catalogue whose total is given can be scored; one without it is a list of
 * criteria, or a list of which only a part is known.
 *
 * @param id         id, e.g. {@code AQT-50}, not blank
 * @param version    version of the data, not blank
 * @param title      name, not null
 * @param note       what readers must know before they rely on it, not null
 * @param total      sum of the points of all indicators, or null
 * @param provenance where the list comes from, not null
 * @param sources    documents that the provenance of the rows names
 * @param indicators indicators in order, at least one
 */
public record Catalogue(
        String id,
        String version,
        LocalText title,
        LocalText note,
        @Nullable BigDecimal total,
        Provenance provenance,
        List<SourceDocument> sources,
        List<Indicator> indicators) {
    /** Ids of the bundled catalogues; the first is the default. */
    public static final List<String> BUNDLED =
            List.of("AQT-50", "NATIONAL-FORM", "GUANGDONG", "MCOND", "ISCCC-7", "ISCCC-6", "WHO-12", "WHO-6");

    private static final DataFile<Catalogue> FILE =
            DataFile.of(Catalogue.class).whenBroken(Catalogue.class, file -> file.unique("indicators", "id"));

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than total or a list is null
     * @throws InvalidDataException     with every fault: an id used twice, a requirement the standard does not have,
     *                                  points that do not add up to the total, a source that is not listed
     * @throws IllegalArgumentException if id or version is blank, or there are no indicators
     */
    public Catalogue {
        Checks.text(id, "id");
        Checks.text(version, "version");
        requireNonNull(title, "title");
        requireNonNull(note, "note");
        requireNonNull(provenance, "provenance");
        sources = Checks.list(sources);
        indicators = Checks.filled(indicators, "indicators");
        List<Finding> faults = new ArrayList<>(provenance.unresolved("provenance", sources));
        faults.addAll(Duplicates.in(indicators, "indicators", "id", Indicator::id));
        for (int i = 0; i < indicators.size(); i++) {
            faults.addAll(faults(indicators.get(i), "indicators[" + i + "]", sources));
        }
        faults.addAll(totalFaults(total, indicators));
        InvalidDataException.throwIfAny(faults);
    }

    /**
     * A bundled catalogue by its id, in any case.
     *
     * @return the catalogue; empty when there is none of this id
     */
    public static Optional<Catalogue> bundled(String id) {
        return BUNDLED.stream()
                .filter(known -> known.equalsIgnoreCase(id))
                .findFirst()
                .map(known -> {
                    String name = known.toLowerCase(Locale.ROOT) + ".json";
                    return FILE.readBundled(Catalogue.class.getResourceAsStream(name), name);
                });
    }

    /**
     * Reads a catalogue from a data file of the same form as the bundled ones.
     *
     * @param stream content, JSON in UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @throws InvalidDataException         if the content is not as it should be; it lists all faults
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static Catalogue read(InputStream stream, String name) {
        return FILE.read(stream, name);
    }

    /** The indicator of an id; empty when there is none. */
    public Optional<Indicator> indicator(String indicatorId) {
        return indicators.stream().filter(i -> i.id().equals(indicatorId)).findFirst();
    }

    /** Whether every indicator has points and the total is given, so that an assessment can be scored. */
    @JsonIgnore
    public boolean isScorable() {
        return total != null;
    }

    /** Whether a document that was read states every row. */
    @JsonIgnore
    public boolean isConfirmed() {
        return provenance.isConfirmed()
                && indicators.stream().allMatch(i -> i.provenance().isConfirmed());
    }

    private static List<Finding> faults(Indicator indicator, String path, List<SourceDocument> sources) {
        List<Finding> faults = new ArrayList<>(indicator.provenance().unresolved(path + ".provenance", sources));
        for (int i = 0; i < indicator.requirements().size(); i++) {
            String requirement = indicator.requirements().get(i);
            if (!Known.REQUIREMENTS.contains(requirement)) {
                faults.add(Finding.error(
                        "unknown-requirement",
                        path + ".requirements[" + i + "]",
                        new LocalText(
                                "must be a requirement or element of AQ/T 9001-2006, was " + requirement,
                                "须为 AQ/T 9001-2006 的条款或要素，现为 " + requirement),
                        new LocalText("see safety standard list", "参见 safety standard list")));
            }
        }
        return faults;
    }

    private static List<Finding> totalFaults(@Nullable BigDecimal total, List<Indicator> indicators) {
        if (total == null) {
            return List.of();
        }
        List<Finding> faults = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < indicators.size(); i++) {
            BigDecimal max = indicators.get(i).max();
            if (max == null) {
                faults.add(Finding.error(
                        "missing-value",
                        "indicators[" + i + "].max",
                        new LocalText("max must be given in a catalogue with a total", "目录有总分时须给出每项满分 max"),
                        new LocalText("add the points, or leave the total out", "请补上分值，或去掉总分")));
            } else {
                sum = sum.add(max);
            }
        }
        if (faults.isEmpty() && sum.compareTo(total) != 0) {
            faults.add(Finding.error(
                    "wrong-total",
                    "total",
                    new LocalText(
                            "total must be the sum of the points, " + sum.toPlainString() + ", was "
                                    + total.toPlainString(),
                            "总分须等于各项满分之和 " + sum.toPlainString() + "，现为 " + total.toPlainString()),
                    new LocalText("correct the total or the points", "请改正总分或分值")));
        }
        return faults;
    }

    /** Read once, when the first catalogue is. */
    private static final class Known {
        static final Set<String> REQUIREMENTS = Standard.aqt9001().elements().stream()
                .flatMap(e -> Stream.concat(Stream.of(e.id()), ids(e)))
                .collect(Collectors.toUnmodifiableSet());

        private static Stream<String> ids(Element element) {
            return element.requirements().stream().map(Requirement::id);
        }
    }
}
