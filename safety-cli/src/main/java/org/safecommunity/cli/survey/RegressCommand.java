package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.RegressionSample;
import org.safecommunity.metrics.survey.SurveyEstimates;
import org.safecommunity.metrics.survey.SurveyModel;
import org.safecommunity.metrics.survey.SurveyRegression;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Linear, logistic or Poisson regression with a design-based covariance, by domain. Memory grows with the rows. */
@Command(name = "regress")
public final class RegressCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    DesignOptions design = new DesignOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init")
    String file;

    @Option(names = "--model", paramLabel = "linear|logistic|poisson", descriptionKey = "survey-model")
    String model = "linear";

    @Option(names = "--response", paramLabel = "COL", required = true, descriptionKey = "survey-response")
    @SuppressWarnings("NullAway.Init")
    String response;

    @Option(names = "--value", paramLabel = "CATEGORY", descriptionKey = "survey-response-value")
    @Nullable
    String value;

    @Option(names = "--terms", paramLabel = "TERM", split = ",", required = true, descriptionKey = "survey-terms")
    List<String> terms = new ArrayList<>();

    @Option(names = "--person-time", paramLabel = "COL", descriptionKey = "survey-model-time")
    @Nullable
    String personTime;

    @Option(names = "--offset", paramLabel = "COL", descriptionKey = "survey-offset")
    @Nullable
    String offset;

    /** The respondents of a domain. */
    private record People(RegressionSample sample, List<List<String>> cells) {}

    private final List<People> domains = new ArrayList<>();
    private SurveyModel kind = SurveyModel.LINEAR;
    private boolean seen;

    @Override
    public Integer call() {
        kind = DesignOptions.choice("--model", model, SurveyModel.values());
        if (personTime != null && (kind != SurveyModel.POISSON || offset != null)) {
            throw UserError.usage("error.person-time-model");
        }
        ModelTerms written = new ModelTerms(terms);
        String known = personTime != null ? personTime : offset;
        List<Variable> variables = new ArrayList<>();
        variables.add(value == null ? Variable.number(response) : Variable.category(response));
        if (known != null) {
            variables.add(Variable.number(known));
        }
        variables.addAll(Variable.categories(written.columns()));
        SurveyScan scan = SurveyScan.read(file, variables, design, common, (group, leaf, weight, values) -> {
            if (!values.contains(null)) {
                add(group, leaf, weight, values, known != null);
            }
        });
        if (value != null && !seen) {
            throw UserError.usage("error.no-response", value, response);
        }
        SurveyOutput output = new SurveyOutput(common);
        SurveyEstimates estimates = design.estimates(scan);
        for (int g = 0; g < domains.size(); g++) {
            if (domains.get(g).sample().size() > 0) {
                rows(written, domains.get(g), estimates, output, scan.groups().get(g));
            }
        }
        Map<String, Object> options = design.echo();
        options.put("model", model);
        options.put("response", response);
        options.put("value", value);
        options.put("terms", terms);
        options.put("personTime", personTime);
        options.put("offset", offset);
        return output.print("survey regress", scan, options, spec);
    }

    private void add(int group, int leaf, double weight, List<SurveyScan.@Nullable Value> values, boolean hasOffset) {
        while (domains.size() <= group) {
            domains.add(new People(new RegressionSample(kind), new ArrayList<>()));
        }
        List<String> cells = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        for (SurveyScan.Value one : values) {
            if (one != null) {
                cells.add(one.text().intern());
                numbers.add(one.number());
            }
        }
        seen |= cells.get(0).equals(value);
        double y = value == null ? numbers.get(0) : cells.get(0).equals(value) ? 1 : 0;
        double known = hasOffset ? numbers.get(1) : 0;
        if (personTime != null) {
            if (!(known > 0)) {
                throw UserError.usage("error.person-time-positive", personTime, cells.get(1));
            }
            known = Math.log(known);
        }
        try {
            domains.get(group).sample().add(leaf, weight, y, known);
        } catch (IllegalArgumentException e) {
            throw UserError.usage("error.response", response, String.valueOf(e.getMessage()));
        }
        domains.get(group).cells().add(List.copyOf(cells.subList(hasOffset ? 2 : 1, cells.size())));
    }

    private void rows(
            ModelTerms written,
            People people,
            SurveyEstimates estimates,
            SurveyOutput output,
            Map<String, String> group) {
        SurveyRegression fit;
        try {
            fit = SurveyRegression.fit(estimates, written.design(people.cells()), people.sample());
        } catch (IllegalArgumentException e) {
            throw UserError.usage("error.terms", String.valueOf(e.getMessage()));
        }
        fit.coefficients().forEach(row -> output.add(row, group));
        fit.ratios().forEach(row -> output.add(row, group));
        for (String term : written.names()) {
            output.add(fit.termTest(term), group);
        }
    }
}
