package org.safecommunity.cli.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the SVG text of the chart library fit for a page: random ids become stable ones, so that the same data give the
 * same text and charts do not clash; style rules and default attributes that the page's style sheet covers go; numbers
 * keep two decimals.
 */
final class SvgText {
    private static final Pattern RANDOM_ID = Pattern.compile("id=\"([A-Za-z][A-Za-z0-9_-]*)\"");
    private static final Pattern STYLE = Pattern.compile("<style.*?</style>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.#])-?\\d+\\.\\d+(?:E-?\\d+)?(?![\\w.])");
    private static final Pattern DEFAULTS =
            Pattern.compile(" (?:fill-opacity=\"1(?:\\.0)?\"|stroke-opacity=\"1(?:\\.0)?\"|fill-rule=\"evenodd\""
                    + "|xmlns:xlink=\"[^\"]*\"|class=\"plt-container\"|style=\"[^\"]*\")");
    private static final int DECIMALS = 2;

    private SvgText() {}

    /** The tidy text; ids start with the prefix, which must be unique in the page. */
    static String tidy(String svg, String prefix) {
        String text = STYLE.matcher(svg).replaceAll("");
        text = text.replaceFirst("width=\"([0-9.]+)\" height=\"([0-9.]+)\"", "viewBox=\"0 0 $1 $2\" role=\"img\"");
        text = stableIds(text, prefix);
        text = DEFAULTS.matcher(text).replaceAll("");
        text = rounded(text);
        return text.replaceAll(">\\s+", ">").replaceAll("\\s+<", "<").replaceAll("></(?:rect|line|path|circle)>", "/>");
    }

    private static String stableIds(String svg, String prefix) {
        Map<String, String> names = new LinkedHashMap<>();
        Matcher matcher = RANDOM_ID.matcher(svg);
        while (matcher.find()) {
            names.computeIfAbsent(matcher.group(1), id -> prefix + "-" + names.size());
        }
        String text = svg;
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.contains("#" + name.getKey())
                    ? text.replace("id=\"" + name.getKey() + "\"", "id=\"" + name.getValue() + "\"")
                            .replace("#" + name.getKey(), "#" + name.getValue())
                    : text.replace(" id=\"" + name.getKey() + "\"", "");
        }
        return text;
    }

    /** Rounds the numbers inside tags; the text between them is left as it is. */
    private static String rounded(String svg) {
        return Pattern.compile("<[^>]*>")
                .matcher(svg)
                .replaceAll(tag -> Matcher.quoteReplacement(NUMBER.matcher(tag.group())
                        .replaceAll(number -> Matcher.quoteReplacement(round(number.group())))));
    }

    private static String round(String number) {
        BigDecimal value = new BigDecimal(number).setScale(DECIMALS, RoundingMode.HALF_UP);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
