package org.safecommunity.model.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

/**
 * Tailors a catalogue without copying it: leaves indicators out, gives others new points or labels, adds new ones.
 * Immutable.
 *
 * @param id         id of the tailored catalogue, not blank
 * @param version    version, not blank
 * @param title      name, not null
 * @param note       what readers must know, not null
 * @param base       id of the catalogue that is tailored, not blank
 * @param total      sum of the points afterwards, checked; null to take the sum as it comes out
 * @param leaveOut   ids left out
 * @param reweight   new points by id
 * @param rename     new labels by id
 * @param add        further indicators, at the end
 * @param provenance where the tailoring comes from, not null
 * @param sources    documents named besides those of the base
 */
public record Profile(
        String id,
        String version,
        LocalText title,
        LocalText note,
        String base,
        @Nullable BigDecimal total,
        List<String> leaveOut,
        Map<String, BigDecimal> reweight,
        Map<String, LocalText> rename,
        List<Indicator> add,
        Provenance provenance,
        List<SourceDocument> sources) {
    private static final DataFile<Profile> FILE = DataFile.of(Profile.class);

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than total, a list or a map is null
     * @throws IllegalArgumentException if id, version or base is blank
     */
    public Profile {
        Checks.text(id, "id");
        Checks.text(version, "version");
        requireNonNull(title, "title");
        requireNonNull(note, "note");
        Checks.text(base, "base");
        leaveOut = Checks.list(leaveOut);
        reweight = Checks.map(reweight);
        rename = Checks.map(rename);
        add = Checks.list(add);
        requireNonNull(provenance, "provenance");
        sources = Checks.list(sources);
    }

    /**
     * Reads a profile from a data file.
     *
     * @param stream content, JSON in UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @throws InvalidDataException         if the content is not as it should be; it lists all faults
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static Profile read(InputStream stream, String name) {
        return FILE.read(stream, name);
    }

    /**
     * The tailored catalogue.
     *
     * @param catalogue the base
     * @throws InvalidDataException with every fault: an id the base does not have, an id added twice, points that do not
     *                              add up
     */
    public Catalogue of(Catalogue catalogue) {
        List<Finding> faults = new ArrayList<>();
        unknown("leaveOut", leaveOut, catalogue, faults);
        unknown("reweight", reweight.keySet(), catalogue, faults);
        unknown("rename", rename.keySet(), catalogue, faults);
        InvalidDataException.throwIfAny(faults);
        List<Indicator> indicators = Stream.concat(
                        catalogue.indicators().stream()
                                .filter(i -> !leaveOut.contains(i.id()))
                                .map(i -> i.with(rename.get(i.id()), reweight.get(i.id()))),
                        add.stream())
                .toList();
        List<SourceDocument> documents = Stream.concat(catalogue.sources().stream(), sources.stream())
                .distinct()
                .toList();
        return new Catalogue(
                id, version, title, note, total == null ? sum(indicators) : total, provenance, documents, indicators);
    }

    private static @Nullable BigDecimal sum(List<Indicator> indicators) {
        return indicators.stream().anyMatch(i -> i.max() == null)
                ? null
                : indicators.stream()
                        .map(i -> Objects.requireNonNull(i.max()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void unknown(String list, Collection<String> ids, Catalogue base, List<Finding> faults) {
        for (String id : ids) {
            if (base.indicator(id).isEmpty()) {
                faults.add(Finding.error(
                        "unknown-indicator",
                        list,
                        new LocalText(
                                "must name an indicator of " + base.id() + ", was " + id,
                                "须为 " + base.id() + " 的指标，现为 " + id),
                        new LocalText("correct the id", "请改正编号")));
            }
        }
    }
}
