package org.safecommunity.model.scheme;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

/**
 * A certification scheme: scoring rule, parameters of the procedure, grounds of revocation. Immutable.
 *
 * @param id                id, e.g. {@code CN-NATIONAL}, not blank
 * @param version           version of the data, not blank
 * @param title             name, not null
 * @param note              what readers must know, not null
 * @param catalogue         id of the catalogue used unless another is named, not blank
 * @param scoring           scoring rule; null when the scheme gives no points
 * @param parameters        deadlines and conditions; what is not listed is not known
 * @param revocationGrounds grounds that lead to revocation
 * @param provenance        where the scheme comes from, not null
 * @param sources           documents that provenances name
 */
public record Scheme(
        String id,
        String version,
        LocalText title,
        LocalText note,
        String catalogue,
        @Nullable ScoringRule scoring,
        List<Parameter> parameters,
        List<Ground> revocationGrounds,
        Provenance provenance,
        List<SourceDocument> sources) {
    /** Ids of the bundled schemes; the first is the default. */
    public static final List<String> BUNDLED = List.of("CN-NATIONAL", "CN-CITY-45", "CN-SICHUAN", "ISCCC");

    private static final DataFile<Scheme> FILE = DataFile.of(Scheme.class).whenBroken(Scheme.class, file -> {
        file.unique("parameters", "id");
        file.unique("revocationGrounds", "id");
    });

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than scoring or a list is null
     * @throws InvalidDataException     with every fault: an id used twice, a source that is not listed
     * @throws IllegalArgumentException if id, version or catalogue is blank
     */
    public Scheme {
        Checks.text(id, "id");
        Checks.text(version, "version");
        requireNonNull(title, "title");
        requireNonNull(note, "note");
        Checks.text(catalogue, "catalogue");
        requireNonNull(provenance, "provenance");
        parameters = Checks.list(parameters);
        revocationGrounds = Checks.list(revocationGrounds);
        sources = Checks.list(sources);
        List<Finding> faults = new ArrayList<>(provenance.unresolved("provenance", sources));
        if (scoring != null) {
            faults.addAll(scoring.provenance().unresolved("scoring.provenance", sources));
        }
        for (int i = 0; i < parameters.size(); i++) {
            faults.addAll(parameters.get(i).provenance().unresolved("parameters[" + i + "].provenance", sources));
        }
        for (int i = 0; i < revocationGrounds.size(); i++) {
            faults.addAll(revocationGrounds
                    .get(i)
                    .provenance()
                    .unresolved("revocationGrounds[" + i + "].provenance", sources));
        }
        faults.addAll(Duplicates.in(parameters, "parameters", "id", p -> p.id().label()));
        faults.addAll(Duplicates.in(revocationGrounds, "revocationGrounds", "id", Ground::id));
        InvalidDataException.throwIfAny(faults);
    }

    /** A bundled scheme by its id, in any case; empty when there is none. */
    public static Optional<Scheme> bundled(String id) {
        return BUNDLED.stream()
                .filter(known -> known.equalsIgnoreCase(id))
                .findFirst()
                .map(known -> {
                    String name = known.toLowerCase(Locale.ROOT) + ".json";
                    return FILE.readBundled(Scheme.class.getResourceAsStream(name), name);
                });
    }

    /**
     * Reads a scheme from a data file of the same form as the bundled ones.
     *
     * @param stream content, JSON in UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @throws InvalidDataException         if the content is not as it should be; it lists all faults
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static Scheme read(InputStream stream, String name) {
        return FILE.read(stream, name);
    }

    /** A parameter of the procedure; empty when it is not known. */
    public Optional<Parameter> parameter(ParameterId parameterId) {
        return parameters.stream().filter(p -> p.id() == parameterId).findFirst();
    }

    /** What the procedure of a scheme may fix; the unit is part of the name. */
    public enum ParameterId {
        /** Months of work before an application. */
        MIN_OPERATING_MONTHS,
        /** Working days for the review of the documents. */
        DOC_REVIEW_WORKING_DAYS,
        /** Working days for the decision. */
        DECISION_WORKING_DAYS,
        /** Years from naming to expiry. */
        VALIDITY_YEARS,
        /** Years from naming within which a spot check takes place. */
        SPOT_CHECK_WITHIN_YEARS,
        /** Year after naming in which the re-assessment takes place. */
        REASSESSMENT_YEAR,
        /** Months between annual reports. */
        ANNUAL_REPORT_MONTHS,
        /** Least number of assessors on site. */
        MIN_ASSESSORS;

        /** The name as written in files. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A number of the procedure.
     *
     * @param id         what it is, not null
     * @param value      from 1 to 1200, in the unit that the id names
     * @param provenance where it is stated, not null
     */
    public record Parameter(ParameterId id, int value, Provenance provenance) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if id or provenance is null
         * @throws IllegalArgumentException if the value is out of range
         */
        public Parameter(
                @JsonProperty("id") ParameterId id,
                @JsonProperty(value = "value", required = true) int value,
                @JsonProperty("provenance") Provenance provenance) {
            this.id = requireNonNull(id, "id");
            this.value = Checks.between(value, 1, 1200, "value");
            this.provenance = requireNonNull(provenance, "provenance");
        }
    }

    /**
     * A ground of revocation.
     *
     * @param id         id, not blank
     * @param title      what it is, not null
     * @param provenance where it is stated, not null
     */
    public record Ground(String id, LocalText title, Provenance provenance) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if the id is blank
         */
        public Ground {
            Checks.text(id, "id");
            requireNonNull(title, "title");
            requireNonNull(provenance, "provenance");
        }
    }
}
