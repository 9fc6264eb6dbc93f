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
 * @param parameters        deadlines and other numbers of the procedure; what is not listed is not known
 * @param conditions        what must hold before an application; what is not listed is not known
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
        List<Condition> conditions,
        List<Ground> revocationGrounds,
        Provenance provenance,
        List<SourceDocument> sources) {
    /** Ids of the bundled schemes; the first is the default. */
    public static final List<String> BUNDLED = List.of("CN-NATIONAL", "CN-CITY-45", "CN-SICHUAN", "ISCCC");

    /** Id of the condition that the start of the work is filed; the scheme then has this step. */
    public static final String FILING = "filing";

    /** Id of the condition that the local authority recommends the community; the scheme then has this step. */
    public static final String RECOMMENDATION = "recommendation";

    private static final int MONTHS = 12;

    private static final DataFile<Scheme> FILE = DataFile.of(Scheme.class).whenBroken(Scheme.class, file -> {
        file.unique("parameters", "id");
        file.unique("conditions", "id");
        file.unique("revocationGrounds", "id");
    });

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than scoring or a list is null
     * @throws InvalidDataException     with every fault: an id used twice, a source that is not listed, a window of
     *                                  application with one end or with a month that does not exist
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
        conditions = Checks.list(conditions);
        revocationGrounds = Checks.list(revocationGrounds);
        sources = Checks.list(sources);
        List<Finding> faults = new ArrayList<>(provenance.unresolved("provenance", sources));
        if (scoring != null) {
            faults.addAll(scoring.provenance().unresolved("scoring.provenance", sources));
        }
        for (int i = 0; i < parameters.size(); i++) {
            faults.addAll(parameters.get(i).provenance().unresolved("parameters[" + i + "].provenance", sources));
        }
        for (int i = 0; i < conditions.size(); i++) {
            faults.addAll(conditions.get(i).provenance().unresolved("conditions[" + i + "].provenance", sources));
        }
        for (int i = 0; i < revocationGrounds.size(); i++) {
            faults.addAll(revocationGrounds
                    .get(i)
                    .provenance()
                    .unresolved("revocationGrounds[" + i + "].provenance", sources));
        }
        faults.addAll(Duplicates.in(parameters, "parameters", "id", p -> p.id().label()));
        faults.addAll(Duplicates.in(conditions, "conditions", "id", Condition::id));
        faults.addAll(windowFaults(parameters));
        faults.addAll(Duplicates.in(revocationGrounds, "revocationGrounds", "id", Ground::id));
        InvalidDataException.throwIfAny(faults);
    }

    private static List<Finding> windowFaults(List<Parameter> parameters) {
        List<Finding> faults = new ArrayList<>();
        int ends = 0;
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (parameter.id() == ParameterId.APPLICATION_FROM_MONTH
                    || parameter.id() == ParameterId.APPLICATION_TO_MONTH) {
                ends++;
                if (parameter.value() > MONTHS) {
                    faults.add(Finding.error(
                            "not-a-month",
                            "parameters[" + i + "].value",
                            new LocalText(
                                    "month must be from 1 to 12, was " + parameter.value(),
                                    "月份须在 1 至 12 之间，现为 " + parameter.value()),
                            new LocalText("correct the month", "请改正月份")));
                }
            }
        }
        if (ends == 1) {
            faults.add(Finding.error(
                    "half-window",
                    "parameters",
                    new LocalText(
                            "application-from-month and application-to-month must be given together",
                            "application-from-month 与 application-to-month 须同时给出"),
                    new LocalText("add the other month", "请补上另一个月份")));
        }
        return faults;
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

    /** Whether the scheme lists a condition; a condition that is not listed is not known. */
    public boolean asksFor(String conditionId) {
        return conditions.stream().anyMatch(condition -> condition.id().equals(conditionId));
    }

    /** What the procedure of a scheme may fix; the unit is part of the name. */
    public enum ParameterId {
        /** Months of work before an application. */
        MIN_OPERATING_MONTHS,
        /** First month of the year in which applications are taken. */
        APPLICATION_FROM_MONTH,
        /** Last month of the year in which applications are taken. */
        APPLICATION_TO_MONTH,
        /** Working days for the review of the documents. */
        DOC_REVIEW_WORKING_DAYS,
        /** Working days for the decision. */
        DECISION_WORKING_DAYS,
        /** Years from naming to expiry. */
        VALIDITY_YEARS,
        /** Years from naming within which a spot check takes place. */
        SPOT_CHECK_WITHIN_YEARS,
        /** Year after naming in which the re-assessment takes place: the third year ends three years after the naming. */
        REASSESSMENT_YEAR,
        /** Years after a visit of the assessors until the next one is needed. */
        SITE_VISIT_YEARS,
        /** Months between annual reports. */
        ANNUAL_REPORT_MONTHS,
        /** Months without any dated record after which the work counts as stopped. */
        WORK_STOPPED_MONTHS,
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
     * Something that must hold before an application.
     *
     * @param id         id, e.g. {@code recommendation}, not blank
     * @param title      what must hold, not null
     * @param provenance where it is stated, not null
     */
    public record Condition(String id, LocalText title, Provenance provenance) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if the id is blank
         */
        public Condition {
            Checks.text(id, "id");
            requireNonNull(title, "title");
            requireNonNull(provenance, "provenance");
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
