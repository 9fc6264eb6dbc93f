package org.safecommunity.risk.priority;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.internal.Checks;

/**
 * A choice of severity weights, which the result of a ranking must name. Immutable.
 *
 * @param id         id, e.g. {@code ordinal}, not blank
 * @param title      name, not null
 * @param terms      the terms, at least one, each with its column and weight
 * @param provenance where the weights are stated, not null
 * @param sources    documents that the provenance refers to
 */
public record SeverityWeights(
        String id, LocalText title, List<Term> terms, Provenance provenance, List<SourceDocument> sources) {
    private static final DataFile<WeightFile> FILE = DataFile.of(WeightFile.class);

    /** A data file of choices. */
    record WeightFile(String version, List<SeverityWeights> choices) {
        WeightFile {
            Checks.text(version, "version");
            choices = Checks.filled(choices, "choices");
        }
    }

    /**
     * A term: how many, times a weight.
     *
     * @param id     id and usual column, e.g. {@code deaths}, not blank
     * @param title  name, not null
     * @param weight weight of one, finite, 0 or more
     * @param events whether the column counts events, so that it is part of the rate
     */
    public record Term(String id, LocalText title, double weight, boolean events) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if the id is blank, or the weight negative or not finite
         */
        public Term {
            Checks.text(id, "id");
            requireNonNull(title, "title");
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("weight must be finite and 0 or more, was " + weight);
            }
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws InvalidDataException     if a source is not in the list
     * @throws IllegalArgumentException if the id is blank or there are no terms
     */
    public SeverityWeights {
        Checks.text(id, "id");
        requireNonNull(title, "title");
        terms = Checks.filled(terms, "terms");
        requireNonNull(provenance, "provenance");
        sources = sources == null ? List.of() : List.copyOf(sources);
        InvalidDataException.throwIfAny(provenance.unresolved("provenance", sources));
    }

    /**
     * The choices that are part of the library, the usual one first.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static List<SeverityWeights> bundled() {
        String name = "severity-weights.json";
        return FILE.readBundled(SeverityWeights.class.getResourceAsStream(name), name)
                .choices();
    }

    /** The choice of an id. */
    public static Optional<SeverityWeights> find(String id) {
        return bundled().stream()
                .filter(w -> w.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * The same terms with weights of the caller's own.
     *
     * @throws IllegalArgumentException if there are more or fewer weights than terms
     */
    public SeverityWeights with(List<Double> own) {
        if (own.size() != terms.size()) {
            throw new IllegalArgumentException(
                    "weights must be as many as the terms, " + terms.size() + ", was " + own.size());
        }
        List<Term> changed = new java.util.ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            Term term = terms.get(i);
            changed.add(new Term(term.id(), term.title(), own.get(i), term.events()));
        }
        Provenance chosen = new Provenance(
                org.safecommunity.model.source.ProvenanceStatus.DERIVED,
                null,
                List.of(),
                List.of(),
                new LocalText("Weights chosen for this ranking.", "权重由本次排序自定。"));
        return new SeverityWeights(id, title, changed, chosen, List.of());
    }

    /** The weights in the order of the terms. */
    public List<Double> weights() {
        return terms.stream().map(Term::weight).toList();
    }
}
