package org.safecommunity.risk.priority;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.internal.Checks;
import org.safecommunity.risk.score.RiskScore.Step;

/**
 * Observed risk index of an area of promotion, place type or accident type: events per 100,000 person-years × mean
 * severity weight of an event, which is Σ count × weight per 100,000 person-years. Immutable.
 *
 * <p>Limits: rests on a choice of weights, which is part of the result; few events make the rate uncertain, and no event
 * is not no risk.
 *
 * @param name        what it is about, not blank
 * @param events      events, 0 or more
 * @param personYears person-years, finite, greater than 0
 * @param counts      a count for each term of the weights, finite, 0 or more
 * @param weights     weights, not null
 */
public record InjuryBurden(String name, long events, double personYears, List<Double> counts, SeverityWeights weights) {
    private static final double PER = 100_000;

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if the weights are null
     * @throws IllegalArgumentException if the name is blank, a number is out of its range, the counts are not as many as
     *                                  the terms, or there is severity without an event
     */
    public InjuryBurden {
        Checks.text(name, "name");
        requireNonNull(weights, "weights");
        counts = List.copyOf(counts);
        if (events < 0) {
            throw new IllegalArgumentException("events must be 0 or more, was " + events);
        }
        if (!(personYears > 0) || Double.isInfinite(personYears)) {
            throw new IllegalArgumentException("personYears must be finite and greater than 0, was " + personYears);
        }
        double severity = new WeightedSum(name, counts).value(weights.weights());
        if (events == 0 && severity > 0) {
            throw new IllegalArgumentException("severity must be 0 without an event, was " + severity);
        }
    }

    /** Events per 100,000 person-years. */
    public double rate() {
        return events * PER / personYears;
    }

    /** Severity of all events together. */
    public double severity() {
        return new WeightedSum(name, counts).value(weights.weights());
    }

    /** Mean weight of an event; 0 without an event. */
    public double meanWeight() {
        return events == 0 ? 0 : severity() / events;
    }

    /** Severity per 100,000 person-years. */
    public double index() {
        return severity() * PER / personYears;
    }

    /** The index as a sum of weight times term. */
    public WeightedSum terms() {
        return new WeightedSum(
                name, counts.stream().map(c -> c * PER / personYears).toList());
    }

    /** The working: rate, mean weight, index, choice of the weights and where they are stated. */
    public List<Step> explain() {
        List<Step> steps = new ArrayList<>();
        String t = HanlonRating.number(personYears);
        steps.add(new Step(
                new LocalText("Rate", "发生率"),
                "x / T × 100000",
                events + " / " + t + " × 100000",
                LocalText.of(HanlonRating.number(rate()))));
        String numbers = IntStream.range(0, counts.size())
                .mapToObj(i -> HanlonRating.number(counts.get(i)) + "×"
                        + HanlonRating.number(weights.terms().get(i).weight()))
                .collect(Collectors.joining(" + "));
        steps.add(new Step(
                new LocalText("Severity", "严重度合计"), "Σ n × w", numbers, LocalText.of(HanlonRating.number(severity()))));
        steps.add(new Step(
                new LocalText("Risk index", "风险指数"),
                "Σ n × w / T × 100000",
                HanlonRating.number(severity()) + " / " + t + " × 100000",
                LocalText.of(HanlonRating.number(index()))));
        LocalText source = weights.provenance().describe(weights.sources());
        steps.add(new Step(
                new LocalText("Severity weights", "严重度权重"),
                "",
                "",
                new LocalText(
                        weights.title().en() + "; " + source.en(),
                        weights.title().zh() + "；" + source.zh())));
        return List.copyOf(steps);
    }
}
