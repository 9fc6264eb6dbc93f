package org.safecommunity.cli.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.Step;
import org.safecommunity.risk.score.Band;
import org.safecommunity.risk.score.Rating;
import org.safecommunity.risk.score.RiskScore;
import org.safecommunity.risk.score.Scheme;

/** Risk scores as rows of results. */
public final class RiskRows {
    private RiskRows() {}

    /** The row of a score. */
    public static ResultRow of(RiskScore score, Map<String, String> item, Locale locale, boolean explain) {
        Scheme scheme = score.scheme();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("band", score.band().id());
        details.put("colour", score.band().colour().label());
        details.put("level", score.band().title().in(locale));
        details.put("action", score.band().action().in(locale));
        details.put("scheme", scheme.id());
        details.put("version", scheme.version());
        details.put("edition", scheme.edition());
        details.put("policy", scheme.policy().label());
        details.put("provenance", scheme.provenance().status().label());
        return new ResultRow(
                Map.of(),
                item,
                "score",
                score.score(),
                "",
                null,
                null,
                null,
                null,
                "",
                new LinkedHashMap<>(score.factors()),
                details,
                List.of(),
                explain ? steps(score.explain(), locale) : List.of());
    }

    /** What stands in place of the computed band and beside it where another one counts; empty where it does not. */
    public static Map<String, Object> judged(Rating rating, Locale locale) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (rating.isOverridden()) {
            Band computed = rating.score().band();
            Band counts = rating.band();
            details.put("computedBand", computed.id());
            details.put("computedColour", computed.colour().label());
            details.put("band", counts.id());
            details.put("colour", counts.colour().label());
            details.put("level", counts.title().in(locale));
            details.put("action", counts.action().in(locale));
            details.put("justification", rating.justification());
            details.put(ResultRow.SUMMARY, summary(rating, locale));
        }
        return details;
    }

    /** Computed band, band that counts and reason in one sentence. */
    private static String summary(Rating rating, Locale locale) {
        Band computed = rating.score().band();
        Band counts = rating.band();
        return Texts.get(
                locale,
                "score.judged",
                computed.title().in(locale),
                computed.colour().title().in(locale),
                counts.title().in(locale),
                counts.colour().title().in(locale),
                rating.justification());
    }

    /** The same row with further details behind level and colour, before those about the scheme, and further working. */
    public static ResultRow with(ResultRow row, Map<String, Object> more, List<Step> working) {
        Map<String, Object> details = new LinkedHashMap<>();
        for (String name : List.of("band", "colour")) {
            details.put(name, row.details().get(name));
        }
        details.putAll(more);
        row.details().forEach(details::putIfAbsent);
        List<Step> derivation = new ArrayList<>(row.derivation());
        derivation.addAll(row.derivation().isEmpty() ? List.of() : working);
        return new ResultRow(
                row.group(),
                row.item(),
                row.statistic(),
                row.value(),
                row.unit(),
                row.standardError(),
                row.interval(),
                row.test(),
                row.n(),
                row.status(),
                row.inputs(),
                details,
                row.warnings(),
                derivation);
    }

    /** The working of a result of the risk library, in one language. */
    public static List<Step> steps(List<RiskScore.Step> steps, Locale locale) {
        return steps.stream().map(step -> step(step, locale)).toList();
    }

    private static Step step(RiskScore.Step step, Locale locale) {
        return new Step(
                step.label().in(locale),
                step.formula().isEmpty() ? null : step.formula(),
                step.numbers().isEmpty() ? null : step.numbers(),
                null,
                null,
                step.outcome().in(locale));
    }
}
