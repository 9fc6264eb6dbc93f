package org.safecommunity.risk.priority;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.internal.Checks;
import org.safecommunity.risk.score.RiskScore.Step;

/**
 * Pareto analysis: sorted from the largest, cumulated; the vital few are the smallest beginning whose share reaches the
 * limit, the one that crosses it included. Equal ones keep their order. Immutable.
 *
 * <p>A collective "other" may be named: it stands last whatever its size, and is never one of the vital few while another
 * is left out.
 */
public final class Pareto {
    /** The usual limit. */
    public static final double LIMIT = 0.8;

    private final List<Entry> entries;
    private final double total;
    private final double limit;

    private Pareto(List<Entry> entries, double total, double limit) {
        this.entries = entries;
        this.total = total;
        this.limit = limit;
    }

    /**
     * An amount to sort.
     *
     * @param name   what it is of, not blank
     * @param amount amount, finite, 0 or more
     */
    public record Amount(String name, double amount) {
        /**
         * Checks the components.
         *
         * @throws IllegalArgumentException if the name is blank, or the amount negative or not finite
         */
        public Amount {
            Checks.text(name, "name");
            if (!(amount >= 0) || Double.isInfinite(amount)) {
                throw new IllegalArgumentException("amount must be finite and 0 or more, was " + amount);
            }
        }
    }

    /**
     * An entry in order.
     *
     * @param rank       place from 1; equal amounts share one
     * @param name       what it is of
     * @param amount     amount
     * @param cumulative sum up to and with it
     * @param vital      whether it is one of the vital few
     */
    public record Entry(int rank, String name, double amount, double cumulative, boolean vital) {}

    /**
     * Sorts amounts.
     *
     * @param amounts amounts, each name once
     * @param limit   share that the vital few reach, greater than 0 and at most 1
     * @param other   name of the collective entry that stands last, or null
     * @throws IllegalArgumentException if the limit is out of range
     */
    public static Pareto of(List<Amount> amounts, double limit, @Nullable String other) {
        requireNonNull(amounts, "amounts");
        if (!(limit > 0 && limit <= 1)) {
            throw new IllegalArgumentException("limit must be greater than 0 and at most 1, was " + limit);
        }
        List<Amount> sorted = amounts.stream()
                .sorted(Comparator.comparing((Amount a) -> a.name().equals(other))
                        .thenComparing(Amount::amount, Comparator.reverseOrder()))
                .toList();
        double total = amounts.stream().mapToDouble(Amount::amount).sum();
        BigDecimal wanted = BigDecimal.valueOf(limit).multiply(new BigDecimal(total));
        List<Entry> entries = new ArrayList<>();
        double sum = 0;
        boolean reached = total == 0;
        for (int i = 0; i < sorted.size(); i++) {
            Amount amount = sorted.get(i);
            boolean vital = !reached;
            sum += amount.amount();
            reached = reached || new BigDecimal(sum).compareTo(wanted) >= 0;
            boolean tie = i > 0 && sorted.get(i - 1).amount() == amount.amount();
            entries.add(new Entry(tie ? entries.get(i - 1).rank() : i + 1, amount.name(), amount.amount(), sum, vital));
        }
        return new Pareto(List.copyOf(entries), total, limit);
    }

    /** The entries, largest first. */
    public List<Entry> entries() {
        return entries;
    }

    /** Sum of all amounts. */
    public double total() {
        return total;
    }

    /** The vital few; empty when all amounts are 0. */
    public List<String> vitalFew() {
        return entries.stream().filter(Entry::vital).map(Entry::name).toList();
    }

    /** Share of an entry; empty when all amounts are 0. */
    public OptionalDouble share(Entry entry) {
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(entry.amount() / total);
    }

    /** Share up to and with an entry; empty when all amounts are 0. */
    public OptionalDouble cumulativeShare(Entry entry) {
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(entry.cumulative() / total);
    }

    /** The working of an entry. */
    public List<Step> explain(Entry entry) {
        String whole = HanlonRating.number(total);
        List<Step> steps = new ArrayList<>();
        share(entry)
                .ifPresent(share -> steps.add(new Step(
                        new LocalText("Share", "构成比"),
                        "n / N",
                        HanlonRating.number(entry.amount()) + " / " + whole,
                        LocalText.of(HanlonRating.number(share)))));
        cumulativeShare(entry)
                .ifPresent(share -> steps.add(new Step(
                        new LocalText("Cumulative share", "累计构成比"),
                        "Σn / N",
                        HanlonRating.number(entry.cumulative()) + " / " + whole,
                        LocalText.of(HanlonRating.number(share)))));
        steps.add(new Step(
                new LocalText("Vital few", "关键少数"),
                "Σn / N ≥ " + HanlonRating.number(limit),
                "",
                entry.vital() ? new LocalText("yes", "是") : new LocalText("no", "否")));
        return List.copyOf(steps);
    }
}
