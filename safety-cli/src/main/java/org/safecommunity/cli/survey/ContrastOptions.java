package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safecommunity.cli.rates.PCorrection;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.SurveyContrasts;
import org.safecommunity.metrics.survey.SurveyEstimate;
import picocli.CommandLine.Option;

/** Linear contrasts of the estimates of domains: {@code --contrast "A=1,B=-1"}, as often as wanted. */
final class ContrastOptions {
    private static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";

    /** A label, which may have a comma, and its coefficient, which may be a fraction. */
    private static final Pattern TERM = Pattern.compile("\\G\\s*(.+?)\\s*=\\s*(" + NUMBER + ")(?:/(\\d+))?\\s*(?:,|$)");

    @Option(names = "--contrast", paramLabel = "'DOMAIN=C,…'", descriptionKey = "survey-contrast")
    List<String> contrasts = new ArrayList<>();

    @Option(names = "--adjust", paramLabel = "METHOD", descriptionKey = "survey-adjust")
    String adjust = "none";

    /**
     * Looks at the options before the file is read.
     *
     * @throws UserError (exit 2) if a contrast cannot be read, or there are no domains to compare
     */
    void check(DesignOptions design) {
        PCorrection.check(adjust);
        contrasts.forEach(ContrastOptions::coefficients);
        if (!contrasts.isEmpty() && design.by.isEmpty()) {
            throw UserError.usage("error.contrast-by");
        }
        design.everyDomain = !contrasts.isEmpty();
    }

    /**
     * Adds the row of each contrast.
     *
     * @param estimate the contrast of terms
     * @param item     what else the rows are about
     * @throws UserError (exit 2) if a label is no domain
     */
    void add(
            SurveyOutput output,
            SurveyScan scan,
            Function<List<SurveyContrasts.Term>, SurveyEstimate> estimate,
            Map<String, String> item) {
        for (String text : contrasts) {
            SurveyEstimate row = estimate.apply(terms(text, scan)).withItem("contrast", text.strip());
            List<Map.Entry<String, String>> about = new ArrayList<>(item.entrySet());
            for (int i = about.size() - 1; i >= 0; i--) {
                row = row.withItem(about.get(i).getKey(), about.get(i).getValue());
            }
            output.add(row, Map.of());
        }
    }

    /** Adjusts the p-values of the contrasts and echoes the options. */
    void finish(SurveyOutput output, Map<String, Object> options) {
        if (!contrasts.isEmpty()) {
            output.adjust(adjust);
            options.put("contrast", contrasts);
            options.put("adjust", adjust);
        }
    }

    private static List<SurveyContrasts.Term> terms(String text, SurveyScan scan) {
        List<String> labels = scan.domainLabels();
        List<SurveyContrasts.Term> terms = new ArrayList<>();
        coefficients(text).forEach((label, coefficient) -> {
            int domain = labels.indexOf(label);
            if (domain < 0) {
                String near = Nearest.of(label, labels);
                throw near.isEmpty()
                        ? UserError.usage("error.contrast-domain", label, SurveyOutput.names(labels))
                        : UserError.usage("error.contrast-domain-near", label, near);
            }
            if (coefficient != 0) {
                terms.add(new SurveyContrasts.Term(label, domain, coefficient));
            }
        });
        return terms;
    }

    private static Map<String, Double> coefficients(String text) {
        Map<String, Double> coefficients = new LinkedHashMap<>();
        Matcher term = TERM.matcher(text);
        int end = 0;
        while (term.find()) {
            double value = Double.parseDouble(term.group(2));
            if (term.group(3) != null) {
                value /= Double.parseDouble(term.group(3));
            }
            if (!Double.isFinite(value) || coefficients.put(term.group(1), value) != null) {
                throw UserError.usage("error.contrast", text);
            }
            end = term.end();
        }
        if (end < text.length() || coefficients.values().stream().allMatch(value -> value == 0)) {
            throw UserError.usage("error.contrast", text);
        }
        return coefficients;
    }
}
