package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;
import picocli.CommandLine.Option;

/** How weights are made: from selection probabilities, for those who did not answer, and cut where they are too large. */
final class WeightOptions {
    @Option(names = "--probability", paramLabel = "COL", split = ",", descriptionKey = "weight-probability")
    List<String> probabilities = new ArrayList<>();

    @Option(names = "--weight", paramLabel = "COL", descriptionKey = "weight-base")
    @Nullable
    String weight;

    @Option(names = "--response", paramLabel = "COL", descriptionKey = "weight-response")
    @Nullable
    String response;

    @Option(names = "--codes", paramLabel = "CODE=KIND", split = ",", descriptionKey = "weight-codes")
    List<String> codes = new ArrayList<>();

    @Option(names = "--cells", paramLabel = "COL", split = ",", descriptionKey = "weight-cells")
    List<String> cells = new ArrayList<>();

    @Option(names = "--response-model", paramLabel = "TERM", split = ",", descriptionKey = "weight-model")
    List<String> model = new ArrayList<>();

    @Option(names = "--propensity-classes", paramLabel = "N", descriptionKey = "weight-classes")
    int classes = 5;

    @Option(names = "--max-factor", paramLabel = "K", descriptionKey = "weight-max-factor")
    double maxFactor = 3;

    @Option(names = "--trim", paramLabel = "K", descriptionKey = "weight-trim")
    @Nullable
    Double trim;

    @Option(names = "--name", paramLabel = "COL", descriptionKey = "weight-name")
    String name = "final_weight";

    /**
     * Looks at the options before the file is read.
     *
     * @throws UserError (exit 2) if they do not fit together
     */
    void check() {
        if (probabilities.isEmpty() && weight == null && response == null) {
            throw UserError.usage("error.weight-nothing");
        }
        if (response == null && !(cells.isEmpty() && model.isEmpty() && codes.isEmpty())) {
            throw UserError.usage("error.weight-response");
        }
        if (!cells.isEmpty() && !model.isEmpty()) {
            throw UserError.usage("error.weight-cells-or-model");
        }
        if (classes < 0 || classes == 1) {
            throw UserError.usage("error.weight-classes", classes);
        }
        if (!(maxFactor > 1)) {
            throw UserError.usage("error.weight-max-factor", maxFactor);
        }
        if (trim != null && !(trim > 1 && trim < Double.POSITIVE_INFINITY)) {
            throw UserError.usage("error.trim", trim);
        }
        codes();
        terms();
    }

    DispositionCodes codes() {
        return new DispositionCodes(codes);
    }

    ModelTerms terms() {
        return new ModelTerms(model);
    }

    void echo(Map<String, Object> options) {
        options.put("probability", probabilities);
        options.put("weight", weight);
        options.put("response", response);
        options.put("codes", codes);
        options.put("cells", cells);
        options.put("responseModel", model);
        options.put("propensityClasses", classes);
        options.put("maxFactor", maxFactor);
        options.put("trim", trim);
        options.put("name", name);
    }
}
