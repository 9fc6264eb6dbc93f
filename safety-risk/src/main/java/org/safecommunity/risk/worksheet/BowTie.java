package org.safecommunity.risk.worksheet;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.internal.Checks;
import org.safecommunity.risk.score.RiskScore.Step;

/**
 * Frequencies of a bow-tie. Immutable.
 *
 * <p>top event = Σ over threats of f·Πp, with f the frequency of the threat and p the probabilities that its preventive
 * barriers fail; a consequence has the frequency of the top event times the product of its mitigative barriers'
 * probabilities; the rest of the top event is mitigated. Limits: threats add up because they are taken to be rare and
 * separate, and barriers fail independently; a shared cause makes the true frequency higher.
 *
 * @param id           id of the diagram, not blank
 * @param threats      threats with their preventive barriers
 * @param consequences consequences with their mitigative barriers
 */
public record BowTie(String id, List<Threat> threats, List<Consequence> consequences) {
    /**
     * A barrier.
     *
     * @param id      id, not blank
     * @param failure probability that it fails, from 0 to 1, or null when it is not known
     */
    public record Barrier(String id, @Nullable Double failure) {
        /**
         * Checks the components.
         *
         * @throws IllegalArgumentException if the id is blank or the probability not from 0 to 1
         */
        public Barrier {
            Checks.text(id, "id");
            if (failure != null && !(failure >= 0 && failure <= 1)) {
                throw new IllegalArgumentException("failure must be from 0 to 1, was " + failure);
            }
        }
    }

    /**
     * A threat.
     *
     * @param id        id, not blank
     * @param frequency times a year, finite and 0 or more, or null when it is not known
     * @param barriers  preventive barriers
     */
    public record Threat(String id, @Nullable Double frequency, List<Barrier> barriers) {
        /**
         * Checks the components.
         *
         * @throws IllegalArgumentException if the id is blank or the frequency negative or not finite
         */
        public Threat {
            Checks.text(id, "id");
            if (frequency != null && !(frequency >= 0 && Double.isFinite(frequency))) {
                throw new IllegalArgumentException("frequency must be finite and 0 or more, was " + frequency);
            }
            barriers = List.copyOf(barriers);
        }

        /** Times a year that the threat passes its barriers; empty when a number is not known. */
        public OptionalDouble passing() {
            OptionalDouble failing = failing(barriers);
            return frequency == null || failing.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(frequency * failing.getAsDouble());
        }
    }

    /**
     * A consequence.
     *
     * @param id       id, not blank
     * @param barriers mitigative barriers
     */
    public record Consequence(String id, List<Barrier> barriers) {
        /**
         * Checks the components.
         *
         * @throws IllegalArgumentException if the id is blank
         */
        public Consequence {
            Checks.text(id, "id");
            barriers = List.copyOf(barriers);
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a list is null
     * @throws IllegalArgumentException if the id is blank
     */
    public BowTie {
        Checks.text(id, "id");
        threats = List.copyOf(requireNonNull(threats, "threats"));
        consequences = List.copyOf(requireNonNull(consequences, "consequences"));
    }

    /** Times a year of the top event; empty when there is no threat or a number is not known. */
    public OptionalDouble topEvent() {
        double sum = 0;
        for (Threat threat : threats) {
            OptionalDouble passing = threat.passing();
            if (passing.isEmpty()) {
                return passing;
            }
            sum += passing.getAsDouble();
        }
        return threats.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    /** Times a year of a consequence, all its mitigative barriers failing; empty when a number is not known. */
    public OptionalDouble frequency(Consequence consequence) {
        OptionalDouble top = topEvent();
        OptionalDouble failing = failing(consequence.barriers());
        return top.isEmpty() || failing.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(top.getAsDouble() * failing.getAsDouble());
    }

    /** Times a year that the top event is kept from a consequence; empty when a number is not known. */
    public OptionalDouble mitigated(Consequence consequence) {
        OptionalDouble bad = frequency(consequence);
        return bad.isEmpty() ? bad : OptionalDouble.of(topEvent().getAsDouble() - bad.getAsDouble());
    }

    /** The working of the top event. */
    public List<Step> explain() {
        List<Step> steps = new ArrayList<>();
        for (Threat threat : threats) {
            steps.add(new Step(
                    new LocalText("Threat " + threat.id(), "威胁 " + threat.id()),
                    "f·Πp",
                    number(threat.frequency()) + numbers(threat.barriers()),
                    outcome(threat.passing())));
        }
        steps.add(new Step(new LocalText("Top event", "顶上事件"), "Σ f·Πp", "", outcome(topEvent())));
        steps.add(assumption());
        return List.copyOf(steps);
    }

    /** The working of a consequence. */
    public List<Step> explain(Consequence consequence) {
        List<Step> steps = new ArrayList<>(explain());
        steps.add(
                steps.size() - 1,
                new Step(
                        new LocalText("Consequence " + consequence.id(), "后果 " + consequence.id()),
                        "F·Πp",
                        number(topEvent().isPresent() ? topEvent().getAsDouble() : null)
                                + numbers(consequence.barriers()),
                        outcome(frequency(consequence))));
        return List.copyOf(steps);
    }

    private static Step assumption() {
        return new Step(
                new LocalText("Assumptions", "假定"),
                "",
                "",
                new LocalText(
                        "threats are rare and separate; barriers fail independently, a shared cause makes the true"
                                + " frequency higher",
                        "各威胁罕见且相互分离；各屏障独立失效，存在共因时实际频率更高"));
    }

    private static OptionalDouble failing(List<Barrier> barriers) {
        double product = 1;
        for (Barrier barrier : barriers) {
            if (barrier.failure() == null) {
                return OptionalDouble.empty();
            }
            product *= barrier.failure();
        }
        return OptionalDouble.of(product);
    }

    private static String numbers(List<Barrier> barriers) {
        return barriers.stream().map(b -> " × " + number(b.failure())).collect(Collectors.joining());
    }

    private static String number(@Nullable Double value) {
        return value == null ? "?" : Double.toString(value);
    }

    private static LocalText outcome(OptionalDouble value) {
        return value.isPresent()
                ? LocalText.of(Double.toString(value.getAsDouble()))
                : new LocalText("not estimable: a frequency or a probability is missing", "无法计算：缺少频率或失效概率");
    }
}
