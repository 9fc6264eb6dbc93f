package org.safecommunity.metrics.rate;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.safecommunity.metrics.internal.Checks;

/**
 * A standard population: weights by stratum (age band), used by direct standardisation. Weights are divided by their sum
 * at use, so any unit will do. The published ones are in {@code standard-populations.csv} with their sources.
 *
 * @param id        identifier, e.g. {@code WHO_2000_2025}, not blank
 * @param labelEn   name in English, not blank
 * @param labelZh   name in Chinese, not blank
 * @param reference where the weights are published, not null
 * @param status    {@code found}, or {@code given} for weights of the user, not null
 * @param weights   weight of each stratum in order, each finite and 0 or more, the sum above 0
 */
public record StandardPopulation(
        String id, String labelEn, String labelZh, String reference, String status, Map<String, Double> weights) {

    private static final String INDEX = "standard-populations-index.csv";
    private static final String WEIGHTS = "standard-populations.csv";

    public StandardPopulation {
        Checks.text(id, "id");
        Checks.text(labelEn, "labelEn");
        Checks.text(labelZh, "labelZh");
        requireNonNull(reference, "reference");
        requireNonNull(status, "status");
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        weights.forEach((stratum, weight) ->
                Checks.notNegative(weight, "weight of stratum " + Checks.text(stratum, "stratum of the standard")));
        Checks.positive(sum(weights), "sum of the standard weights");
    }

    /** A standard of the user's own, e.g. from a column of the data file. */
    public static StandardPopulation given(String id, Map<String, Double> weights) {
        return new StandardPopulation(id, id, id, id, "given", weights);
    }

    /** Name for a reader. */
    public String label(Locale locale) {
        return locale.getLanguage().equals("zh") ? labelZh : labelEn;
    }

    /** Sum of the weights. */
    public double total() {
        return sum(weights);
    }

    private static double sum(Map<String, Double> weights) {
        CompensatedSum sum = new CompensatedSum();
        weights.values().forEach(sum::add);
        return sum.value();
    }

    /**
     * The stratum of this standard that a label of the data means: the same label, the same age band written another way
     * ({@code 0–4}), or the lower age of a band alone ({@code 5} for 5-9).
     */
    public Optional<String> stratumOf(String label) {
        String text = label.strip();
        if (weights.containsKey(text)) {
            return Optional.of(text);
        }
        Optional<String> sameBand = AgeBand.parse(text).map(AgeBand::label).filter(weights::containsKey);
        if (sameBand.isPresent() || !text.matches("\\d{1,3}")) {
            return sameBand;
        }
        int low = Integer.parseInt(text);
        return weights.keySet().stream()
                .filter(stratum ->
                        AgeBand.parse(stratum).filter(band -> band.low() == low).isPresent())
                .findFirst();
    }

    /**
     * This standard with its age bands put together to the wider bands of the data, e.g. 0-4, 5-9 and 10-14 to 0-14. The
     * weight of a wider band is the sum of the bands inside it. Bands of the standard that lie in none of these stay.
     *
     * @param labels strata of the data; those that are bands of the standard already stay as they are
     * @return the collapsed standard, with the same identifier
     * @throws IllegalArgumentException if a label is no age band, or its bounds cut through a band of the standard
     */
    public StandardPopulation collapsedTo(Collection<String> labels) {
        Map<String, Double> collapsed = new LinkedHashMap<>();
        Map<String, String> target = new LinkedHashMap<>();
        for (String label : labels) {
            if (stratumOf(label).isEmpty()) {
                AgeBand wide = AgeBand.parse(label)
                        .orElseThrow(() -> new IllegalArgumentException("stratum " + label
                                + " must be an age band such as 0-14 or 65+ to collapse the standard " + id));
                for (String narrow : bandsInside(wide, label)) {
                    target.put(narrow, wide.label());
                }
            }
        }
        weights.forEach((band, weight) -> collapsed.merge(target.getOrDefault(band, band), weight, Double::sum));
        return new StandardPopulation(id, labelEn, labelZh, reference, status, collapsed);
    }

    /** The ages of a stratum of this standard; a number alone is one year of age. */
    private static AgeBand bandOf(String stratum) {
        return AgeBand.parse(stratum)
                .or(() -> AgeBand.parse(stratum + "-" + stratum))
                .orElseThrow(() -> new IllegalArgumentException("stratum " + stratum + " must be an age band"));
    }

    private List<String> bandsInside(AgeBand wide, String label) {
        List<String> inside = new ArrayList<>();
        int next = wide.low();
        int end = wide.high().orElse(Integer.MAX_VALUE);
        for (String stratum : weights.keySet()) {
            AgeBand band = bandOf(stratum);
            int last = band.high().orElse(Integer.MAX_VALUE);
            if (last < wide.low() || band.low() > end) {
                continue;
            }
            if (band.low() != next || last > end) {
                throw new IllegalArgumentException("stratum " + label
                        + " must not cut through the age bands of the standard " + id + ", was across " + stratum);
            }
            inside.add(stratum);
            next = last == Integer.MAX_VALUE ? last : last + 1;
        }
        if (inside.isEmpty() || (end != Integer.MAX_VALUE && next != end + 1)) {
            throw new IllegalArgumentException(
                    "stratum " + label + " must be made of age bands of the standard " + id + ", was not");
        }
        return inside;
    }

    /** A published standard by its identifier; empty when there is none of that name. */
    public static Optional<StandardPopulation> find(String id) {
        for (String[] row : rows(INDEX)) {
            if (row[0].equals(id)) {
                Map<String, Double> weights = new LinkedHashMap<>();
                for (String[] weight : rows(WEIGHTS)) {
                    if (weight[0].equals(id)) {
                        OptionalInt high =
                                weight[2].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(weight[2]));
                        AgeBand band = new AgeBand(Integer.parseInt(weight[1]), high);
                        weights.put(band.label(), Double.parseDouble(weight[3]));
                    }
                }
                return Optional.of(new StandardPopulation(id, row[1], row[2], row[5], row[6], weights));
            }
        }
        return Optional.empty();
    }

    /** Identifiers of the published standards in the order of the file. */
    public static List<String> ids() {
        return rows(INDEX).stream().map(row -> row[0]).toList();
    }

    private static List<String[]> rows(String resource) {
        try (InputStream in = StandardPopulation.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing from the library");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<String[]> rows = new ArrayList<>();
            boolean header = true;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                if (!header) {
                    rows.add(line.split(",", -1));
                }
                header = false;
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
