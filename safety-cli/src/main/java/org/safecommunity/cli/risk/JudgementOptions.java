package org.safecommunity.cli.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Display;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.UserData;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.score.ActionPriority;
import org.safecommunity.risk.score.CostJustification;
import org.safecommunity.risk.score.DirectRules;
import org.safecommunity.risk.score.Rating;
import org.safecommunity.risk.score.RiskScore;
import picocli.CommandLine.Option;

/** What stands beside a computed score: direct judgement, an override, the cost of a measure, the action priority. */
final class JudgementOptions {
    @Option(names = "--direct", paramLabel = "RULE", split = ",", descriptionKey = "direct")
    List<String> direct = new ArrayList<>();

    @Option(names = "--direct-file", paramLabel = "FILE", descriptionKey = "direct-file")
    @Nullable
    String directFile;

    @Option(names = "--override", paramLabel = "BAND", descriptionKey = "override")
    @Nullable
    String override;

    @Option(names = "--justification", paramLabel = "TEXT", descriptionKey = "justification")
    String justification = "";

    @Option(names = "--cf", paramLabel = "N", descriptionKey = "factor-cf")
    @Nullable
    String cf;

    @Option(names = "--dc", paramLabel = "N", descriptionKey = "factor-dc")
    @Nullable
    String dc;

    /** The rating that counts. */
    Rating rating(RiskScore score) {
        if (override != null && !direct.isEmpty()) {
            throw UserError.usage("error.two-judgements");
        }
        try {
            if (override != null) {
                return Rating.overridden(score, override, justification);
            }
            return Rating.direct(score, rules());
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private List<DirectRules.Rule> rules() {
        if (direct.isEmpty()) {
            return List.of();
        }
        DirectRules rules = directFile == null ? DirectRules.bundled() : UserData.read(directFile, DirectRules::read);
        String known = String.join(
                ", ", rules.rules().stream().map(DirectRules.Rule::id).toList());
        return direct.stream()
                .map(id -> rules.find(id).orElseThrow(() -> UserError.usage("error.choice", "--direct", id, known)))
                .toList();
    }

    /** The row of a score with what was judged beside it. */
    ResultRow judged(RiskScore score, ResultRow row, boolean priority, Locale locale) {
        Map<String, Object> more = new LinkedHashMap<>();
        Rating rating = rating(score);
        more.putAll(RiskRows.judged(rating, locale));
        if (score.scheme().method().equals("fmea")) {
            priority(score, priority, more, locale);
        }
        if (cf != null || dc != null) {
            cost(score, more, locale);
        }
        return more.isEmpty() ? row : row.withDetails(more);
    }

    private static void priority(RiskScore score, boolean asBand, Map<String, Object> more, Locale locale) {
        List<Integer> ratings = List.of("s", "o", "d").stream()
                .map(score.factors()::get)
                .map(rating -> rating == null ? 0 : rating.intValueExact())
                .toList();
        ActionPriority table = ActionPriority.bundled();
        ActionPriority.Level level = table.of(ratings.get(0), ratings.get(1), ratings.get(2));
        if (asBand) {
            more.put("band", level.id());
            more.put("colour", level.colour().label());
            more.put("level", level.title().in(locale));
            more.put("action", level.action().in(locale));
            more.put("scheme", table.id());
            more.put("version", table.version());
            more.put("edition", table.edition());
        }
        more.put("actionPriority", level.id());
    }

    private void cost(RiskScore score, Map<String, Object> more, Locale locale) {
        if (!score.scheme().method().equals("fine")) {
            throw UserError.usage(
                    "error.not-a-factor",
                    cf != null ? "--cf" : "--dc",
                    score.scheme().id(),
                    score.scheme().formula());
        }
        try {
            CostJustification scales = CostJustification.bundled();
            CostJustification.Result result = scales.of(score.score(), number("--cf", cf), number("--dc", dc));
            more.put("costJustification", result.value());
            more.put("justified", result.justified());
            more.put(
                    ResultRow.SUMMARY,
                    Texts.get(
                            locale,
                            result.justified() ? "score.cost-justified" : "score.cost-not-justified",
                            Display.value(result.value(), locale),
                            scales.threshold().toPlainString()));
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private static BigDecimal number(String option, @Nullable String text) {
        if (text == null) {
            throw UserError.usage("error.option-missing", option, option + " 4");
        }
        return Cells.decimal(text).orElseThrow(() -> UserError.usage("error.not-a-number", option, text));
    }
}
