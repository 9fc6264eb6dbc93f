package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;

/**
 * A scoring scheme as data: the score is the product of its factors, the bands turn the score into a level. Arithmetic is
 * exact: 0.2 × 6 × 15 is 18, not 18.000000000000004.
 *
 * @param id         id, e.g. {@code LEC}, not blank
 * @param method     method it belongs to, e.g. {@code lec}, not blank
 * @param version    version of this data, not blank
 * @param edition    edition of the source, not blank
 * @param title      name, not null
 * @param symbol     letter of the score, e.g. {@code D}, not blank
 * @param factors    factors in the order of the formula, at least one
 * @param policy     who owns a bound, not null
 * @param bands      bands, highest first, bounds strictly falling; the lowest one holds the smallest possible score
 * @param provenance where the scheme is stated, not null
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
        List<Band> bands,
        Provenance provenance) {

    public Scheme {
        requireText(id, "id");
        requireText(method, "method");
        requireText(version, "version");
        requireText(edition, "edition");
        requireNonNull(title, "title");
        requireText(symbol, "symbol");
        factors = List.copyOf(factors);
        requireNonNull(policy, "policy");
        bands = List.copyOf(bands);
        requireNonNull(provenance, "provenance");
        if (factors.isEmpty() || bands.isEmpty()) {
            throw new IllegalArgumentException("scheme " + id + " must have factors and bands");
        }
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).from().compareTo(bands.get(i - 1).from()) >= 0) {
                throw new IllegalArgumentException("bands of scheme " + id + " must fall strictly, was "
                        + bands.get(i - 1).from().toPlainString() + " then "
                        + bands.get(i).from().toPlainString());
            }
        }
        BigDecimal smallest = factors.stream()
                .map(f -> f.values().stream()
                        .map(ScaleValue::value)
                        .min(BigDecimal::compareTo)
                        .orElseThrow())
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
        Band lowest = bands.get(bands.size() - 1);
        if (!policy.reaches(smallest, lowest.from())) {
            throw new IllegalArgumentException("bands of scheme " + id + " must hold every score, but "
                    + smallest.toPlainString() + " is below the lowest bound "
                    + lowest.from().toPlainString());
        }
    }

    /** The schemes that are part of the library. */
    public static List<Scheme> bundled() {
        String name = "schemes.json";
        try (InputStream stream = Scheme.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("data file " + name + " is missing from the library");
            }
            JsonMapper mapper = JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();
            return List.of(mapper.readValue(stream, Scheme[].class));
        } catch (IOException e) {
            throw new IllegalStateException("data file " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The bundled scheme of an id, or the first one of a method when the text names a method. */
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

    /** Formula of the score, e.g. {@code D = L × E × C}. */
    public String formula() {
        return symbol + " = "
                + String.join(" × ", factors.stream().map(Factor::symbol).toList());
    }

    /**
     * Scores one hazard.
     *
     * @param ratings value of each factor by its {@link Factor#name()}, each on the scale of the factor
     * @return the score with its band, naming scheme, edition and policy
     * @throws IllegalArgumentException if a factor is missing, not known, or its value is not on the scale
     */
    public RiskScore score(Map<String, BigDecimal> ratings) {
        for (String name : ratings.keySet()) {
            if (factors.stream().noneMatch(f -> f.name().equals(name))) {
                throw new IllegalArgumentException("factor " + name + " must be one of "
                        + String.join(", ", factors.stream().map(Factor::name).toList()));
            }
        }
        Map<String, BigDecimal> used = new LinkedHashMap<>();
        BigDecimal product = BigDecimal.ONE;
        for (Factor factor : factors) {
            BigDecimal rating = ratings.get(factor.name());
            if (rating == null) {
                throw new IllegalArgumentException("factor " + factor.name() + " must be given");
            }
            if (factor.value(rating).isEmpty()) {
                throw new IllegalArgumentException("factor " + factor.name() + " must be one of " + factor.scaleText()
                        + ", was " + rating.toPlainString());
            }
            used.put(factor.name(), rating);
            product = product.multiply(rating);
        }
        return new RiskScore(this, used, product, band(product));
    }

    /** The band of a score. */
    public Band band(BigDecimal score) {
        return bands.stream()
                .filter(band -> policy.reaches(score, band.from()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "score must be at least the smallest of scheme " + id + ", was " + score.toPlainString()));
    }

    /** The same scheme with another boundary policy. */
    public Scheme with(BoundaryPolicy other) {
        return new Scheme(id, method, version, edition, title, symbol, factors, other, bands, provenance);
    }

    private static void requireText(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }
}
