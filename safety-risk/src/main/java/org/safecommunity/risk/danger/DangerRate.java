package org.safecommunity.risk.danger;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.score.RiskScore.Step;

/**
 * A share of hidden dangers in percent. A ledger is counted whole, not sampled, so there is no interval. Immutable.
 *
 * @param kind  which share, not null
 * @param part  numerator, from 0 to {@code whole}
 * @param whole denominator, 0 or more; with 0 there is no value
 */
public record DangerRate(Kind kind, long part, long whole) {
    private static final int PERCENT = 100;

    /** The shares. */
    public enum Kind {
        /** 整改率（销号率）: closed / found. */
        CLOSURE(new LocalText("closure rate", "整改（销号）率"), "closed / found × 100", "销号数 / 发现数 × 100"),
        /** 按期整改率: closed by the time limit / closed. */
        ON_TIME(new LocalText("on-time rate", "按期整改率"), "closed by the time limit / closed × 100", "按期销号数 / 销号数 × 100"),
        /** 重复发生率: repetitions / found. */
        RECURRENCE(new LocalText("recurrence rate", "重复发生率"), "repetitions / found × 100", "重复隐患数 / 发现数 × 100"),
        /** 返工率: sent back at least once / submitted at least once. */
        REOPEN(
                new LocalText("re-open rate", "退回整改率"),
                "sent back at least once / submitted at least once × 100",
                "被退回的隐患数 / 报验的隐患数 × 100");

        private final LocalText title;
        private final LocalText formula;

        Kind(LocalText title, String formulaEn, String formulaZh) {
            this.title = title;
            this.formula = new LocalText(formulaEn, formulaZh);
        }

        /** Name for a reader. */
        public LocalText title() {
            return title;
        }

        /** Formula in words. */
        public LocalText formula() {
            return formula;
        }

        /** Name of the statistic, e.g. {@code closure-rate}. */
        public String statistic() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-rate";
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if the kind is null
     * @throws IllegalArgumentException if the part is negative or exceeds the whole
     */
    public DangerRate {
        requireNonNull(kind, "kind");
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("part must be from 0 to the whole, " + whole + ", was " + part);
        }
    }

    /** The share in percent; empty when the whole is 0. */
    public OptionalDouble percent() {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (PERCENT * part) / whole);
    }

    /** The share as text with two decimals, half up, or a dash. */
    public String text() {
        return whole == 0
                ? "–"
                : BigDecimal.valueOf(PERCENT * part)
                                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                                .toPlainString()
                        + " %";
    }

    /**
     * The working: formula, numbers put in, value, and where the rule is stated.
     *
     * @param locale language of the formula in words
     */
    public List<Step> explain(Locale locale) {
        DangerRules rules = DangerRules.bundled();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                kind.title(),
                kind.formula().in(locale),
                part + " / " + whole + " × 100",
                whole == 0
                        ? new LocalText("not estimable: nothing to divide by", "无法计算：分母为 0")
                        : LocalText.of(text())));
        steps.add(new Step(
                new LocalText("Source", "来源"), "", "", rules.rateProvenance().describe(rules.sources())));
        return List.copyOf(steps);
    }
}
