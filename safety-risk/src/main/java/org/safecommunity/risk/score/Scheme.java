package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.internal.Checks;

/**
 * A scoring scheme as data: the score is the product of its factors (some of which may be added first), the bands turn the score into a level. Arithmetic is
 * exact: 0.2 × 6 × 15 is 18, not 18.000000000000004. Immutable.
 *
 * <p>The published sources fix no single table: every scheme carries its own scales, bands, colours and boundary policy,
 * and a scheme whose bands overlap, leave a gap, or miss a score of its scales cannot be built.
 *
 * @param id               id, e.g. {@code LEC}, not blank
 * @param method           method it belongs to, e.g. {@code lec}, not blank
 * @param version          version of this data, not blank
 * @param edition          edition of the source, not blank
 * @param title            name, not null
 * @param symbol           letter of the score, e.g. {@code D}, not blank
 * @param factors          factors in the order of the formula, at least one, symbols unique
 * @param policy           who owns a bound, not null
 * @param policyProvenance where the policy is stated, or null when the caller chose it
 * @param bands            bands, highest first
 * @param provenance       where scales and bands are stated, not null
 * @param sources          documents that the provenance refers to
 * @param note             what a user of the scheme must know, or null
 * @param summed           symbols of the factors that are added to one term before the product, e.g. S1 to S4 of MLS; empty
 *                         for a plain product
 */
public record Scheme(
        String id,
        String method,
        String version,
        String edition,
        LocalText title,
        String symbol,
        List<Factor> factors,
        BoundaryPolicy policy,
        @Nullable Provenance policyProvenance,
        List<Band> bands,
        Provenance provenance,
        List<SourceDocument> sources,
        @Nullable LocalText note,
        List<String> summed) {

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than the nullable ones is null
     * @throws InvalidDataException     with every fault, if a factor or band id repeats, the bands do not fall, overlap or
     *                                  leave a gap, a score of the scales is in no band, or a source is not in the list
     * @throws IllegalArgumentException if a text is blank, or there are no factors or bands
     */
    public Scheme {
        Checks.text(id, "id");
        Checks.text(method, "method");
        Checks.text(version, "version");
        Checks.text(edition, "edition");
        requireNonNull(title, "title");
        Checks.text(symbol, "symbol");
        factors = Checks.filled(factors, "factors");
        requireNonNull(policy, "policy");
        bands = Checks.filled(bands, "bands");
        requireNonNull(provenance, "provenance");
        sources = sources == null ? List.of() : List.copyOf(sources);
        summed = summed == null ? List.of() : List.copyOf(summed);
        InvalidDataException.throwIfAny(faults(factors, summed, policy, policyProvenance, bands, provenance, sources));
    }

    /** A scheme whose score is the plain product of its factors. */
    public Scheme(
            String id,
            String method,
            String version,
            String edition,
            LocalText title,
            String symbol,
            List<Factor> factors,
            BoundaryPolicy policy,
            @Nullable Provenance policyProvenance,
            List<Band> bands,
            Provenance provenance,
            List<SourceDocument> sources,
            @Nullable LocalText note) {
        this(
                id,
                method,
                version,
                edition,
                title,
                symbol,
                factors,
                policy,
                policyProvenance,
                bands,
                provenance,
                sources,
                note,
                List.of());
    }

    /**
     * The schemes that are part of the library.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static List<Scheme> bundled() {
        String name = "schemes.json";
        return SchemeFile.FILE
                .readBundled(Scheme.class.getResourceAsStream(name), name)
                .schemes();
    }

    /**
     * Reads schemes from a data file of the same form as the bundled one.
     *
     * @param stream content, JSON in UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @throws InvalidDataException         if the content is not as it should be; it lists all faults
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static List<Scheme> read(InputStream stream, String name) {
        return SchemeFile.FILE.read(stream, name).schemes();
    }

    /**
     * Looks a data file through without reading it into values.
     *
     * @param stream content, JSON in UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @return all faults, sorted by path; empty when the file is sound
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static List<Finding> check(InputStream stream, String name) {
        return SchemeFile.FILE.check(stream, name);
    }

    /**
     * The bundled scheme of an id, or the first one of a method when the text names a method; upper and lower case are
     * the same.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static Optional<Scheme> find(String idOrMethod) {
        List<Scheme> schemes = bundled();
        Optional<Scheme> byId = schemes.stream()
                .filter(s -> s.id().equalsIgnoreCase(idOrMethod))
                .findFirst();
        return byId.isPresent()
                ? byId
                : schemes.stream()
                        .filter(s -> s.method().equals(idOrMethod.toLowerCase(Locale.ROOT)))
                        .findFirst();
    }

    /** Formula of the score, e.g. {@code D = L × E × C} or {@code R = M × L × (S1 + S2 + S3 + S4)}. */
    public String formula() {
        return symbol + " = " + expression(Factor::symbol);
    }

    /** The formula with something put in for each factor. */
    String expression(Function<Factor, String> text) {
        List<String> terms = new ArrayList<>();
        List<String> sum = new ArrayList<>();
        for (Factor factor : factors) {
            (isSummed(factor) ? sum : terms).add(text.apply(factor));
        }
        if (!sum.isEmpty()) {
            terms.add("(" + String.join(" + ", sum) + ")");
        }
        return String.join(" × ", terms);
    }

    /** Whether a factor is added to others before the product. */
    public boolean isSummed(Factor factor) {
        return summed.contains(factor.symbol());
    }

    /**
     * Scores one hazard.
     *
     * @param ratings value of each factor by its {@link Factor#name()}, each on the scale of the factor
     * @return the score with its band, naming scheme, version and policy
     * @throws NullPointerException     if ratings is null
     * @throws IllegalArgumentException if a factor is missing, not known, or its value is not on the scale
     */
    public RiskScore score(Map<String, BigDecimal> ratings) {
        for (String name : requireNonNull(ratings, "ratings").keySet()) {
            if (factors.stream().noneMatch(f -> f.name().equals(name))) {
                throw new IllegalArgumentException("factor " + name + " must be one of "
                        + String.join(", ", factors.stream().map(Factor::name).toList()));
            }
        }
        Map<String, BigDecimal> used = new LinkedHashMap<>();
        for (Factor factor : factors) {
            BigDecimal rating = ratings.get(factor.name());
            if (rating == null) {
                throw new IllegalArgumentException("factor " + factor.name() + " must be given");
            }
            ScaleValue value = factor.value(rating)
                    .orElseThrow(() -> new IllegalArgumentException("factor " + factor.name() + " must be one of "
                            + factor.scaleText() + ", was " + rating.toPlainString()));
            used.put(factor.name(), value.value());
        }
        BigDecimal product = product(used);
        return new RiskScore(this, used, product, band(product));
    }

    /**
     * The band of a score.
     *
     * @throws NullPointerException     if the score is null
     * @throws IllegalArgumentException if the score is in no band, which no score of the scales is
     */
    public Band band(BigDecimal score) {
        requireNonNull(score, "score");
        return bands.stream()
                .filter(band -> policy.holds(score, band))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "score must be in a band of scheme " + id + ", was " + score.toPlainString()));
    }

    /** The band as a condition on the score under the policy, e.g. {@code 70 ≤ D < 160}. */
    public String condition(Band band) {
        return policy.condition(band, symbol);
    }

    /** Every score that the scales can give, rising. LEC has 103. */
    public SortedSet<BigDecimal> attainableScores() {
        return BandRules.scores(factors, summed);
    }

    /**
     * The same scheme with another boundary policy, chosen by the caller.
     *
     * @throws InvalidDataException if the bands do not fit the policy, e.g. a score would be in none
     */
    public Scheme with(BoundaryPolicy other) {
        return other == policy
                ? this
                : new Scheme(
                        id,
                        method,
                        version,
                        edition,
                        title,
                        symbol,
                        factors,
                        other,
                        null,
                        bands,
                        provenance,
                        sources,
                        note,
                        summed);
    }

    /**
     * The formula for any positive numbers, on the scales or not; used for ratings that are uncertain.
     *
     * @param values a number for each factor by {@link Factor#name()}
     * @return the score, exact
     * @throws IllegalArgumentException if the number of a factor is missing
     */
    public BigDecimal product(Map<String, BigDecimal> values) {
        BigDecimal product = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (Factor factor : factors) {
            BigDecimal value = values.get(factor.name());
            if (value == null) {
                throw new IllegalArgumentException("factor " + factor.name() + " must be given");
            }
            if (isSummed(factor)) {
                sum = sum.add(value);
            } else {
                product = product.multiply(value);
            }
        }
        return Checks.plain(summed.isEmpty() ? product : product.multiply(sum));
    }

    private static List<Finding> faults(
            List<Factor> factors,
            List<String> summed,
            BoundaryPolicy policy,
            @Nullable Provenance policyProvenance,
            List<Band> bands,
            Provenance provenance,
            List<SourceDocument> sources) {
        List<Finding> faults = new ArrayList<>(provenance.unresolved("provenance", sources));
        if (policyProvenance != null) {
            faults.addAll(policyProvenance.unresolved("policyProvenance", sources));
        }
        faults.addAll(Duplicates.in(factors, "factors", "symbol", Factor::name));
        for (int i = 0; i < factors.size(); i++) {
            Provenance own = factors.get(i).provenance();
            if (own != null) {
                faults.addAll(own.unresolved("factors[" + i + "].provenance", sources));
            }
        }
        List<Finding> sums = BandRules.sums(factors, summed);
        faults.addAll(sums);
        List<Finding> tiling = BandRules.tiling(bands, policy);
        faults.addAll(tiling);
        if (tiling.isEmpty() && sums.isEmpty()) {
            faults.addAll(BandRules.coverage(BandRules.scores(factors, summed), bands, policy));
        }
        return faults;
    }
}
