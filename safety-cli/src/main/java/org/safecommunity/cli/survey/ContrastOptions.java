package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safecommunity.cli.rates.PCorrection;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.SurveyEstimate;
import picocli.CommandLine.Option;

/**
 * Linear contrasts of the domains of a survey command: {@code --contrast "A=1,B=-1"}. A domain is named by the values of its
 * {@code --by} columns, joined by a slash where there are several; a name with a comma is put in quotation marks.
 */
final class ContrastOptions {
    private static final Pattern TERM =
            Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")+)\"|([^\",=]+?))\\s*=\\s*([^,=\"]+?)\\s*(?:,|$)");

    @Option(names = "--contrast", paramLabel = "DOMAIN=C,…", descriptionKey = "survey-contrast")
    List<String> contrasts = new ArrayList<>();

    @Option(names = "--adjust", paramLabel = "METHOD", descriptionKey = "survey-adjust")
    String adjust = "none";

    /** How a command combines its estimates of some domains. */
    interface Combination {
        SurveyEstimate of(int[] domains, double[] coefficients);
    }

    /**
     * Looks at the options before the file is read.
     *
     * @throws UserError (exit 2) if there are contrasts without domains, one cannot be read, or nothing is to be adjusted
     */
    void check(DesignOptions design) {
        PCorrection.check(adjust);
        if (!contrasts.isEmpty() && design.by.isEmpty()) {
            throw UserError.usage("error.contrast-by");
        }
        contrasts.forEach(ContrastOptions::terms);
        design.everyDomain = !contrasts.isEmpty();
    }

    /** Adds a row for each contrast. */
    void add(SurveyOutput output, List<Map<String, String>> groups, String variable, Combination combination) {
        for (String contrast : contrasts) {
            Map<String, Double> terms = terms(contrast);
            int[] domains = terms.keySet().stream()
                    .mapToInt(name -> domain(name, groups))
                    .toArray();
            double[] coefficients =
                    terms.values().stream().mapToDouble(Double::doubleValue).toArray();
            SurveyEstimate estimate = combination.of(domains, coefficients).withItem("contrast", contrast);
            output.add(variable.isEmpty() ? estimate : estimate.withItem("variable", variable), Map.of());
        }
    }

    /** Puts the options into the provenance. */
    void echo(Map<String, Object> options) {
        options.put("contrast", contrasts);
        options.put("adjust", adjust);
    }

    private static int domain(String name, List<Map<String, String>> groups) {
        List<String> names =
                groups.stream().map(group -> String.join("/", group.values())).toList();
        int domain = names.indexOf(name);
        if (domain < 0) {
            String near = Nearest.of(name, names);
            throw UserError.usage("error.contrast-domain", name, near.isEmpty() ? SurveyOutput.names(names) : near);
        }
        return domain;
    }

    private static Map<String, Double> terms(String contrast) {
        Map<String, Double> terms = new LinkedHashMap<>();
        Matcher matcher = TERM.matcher(contrast);
        int end = 0;
        while (end < contrast.length() && matcher.find(end) && matcher.start() == end) {
            String name = matcher.group(1) != null ? matcher.group(1).replace("\"\"", "\"") : matcher.group(2);
            OptionalDouble coefficient = coefficient(matcher.group(3));
            if (coefficient.isEmpty() || terms.put(name, coefficient.getAsDouble()) != null) {
                throw UserError.usage("error.contrast", contrast);
            }
            end = matcher.end();
        }
        if (terms.isEmpty() || end < contrast.length()) {
            throw UserError.usage("error.contrast", contrast);
        }
        return terms;
    }

    /** A number, or a fraction such as {@code 1/3}. */
    private static OptionalDouble coefficient(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Cells.number(text);
        }
        OptionalDouble above = Cells.number(text.substring(0, slash));
        OptionalDouble below = Cells.number(text.substring(slash + 1));
        return above.isEmpty() || below.isEmpty() || below.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(above.getAsDouble() / below.getAsDouble());
    }
}
