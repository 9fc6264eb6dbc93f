package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.Side;
import picocli.CommandLine.Option;

/** Groups, conditions and level of statistics of a questionnaire without a sampling design. */
final class PeopleOptions {
    @Option(names = "--by", paramLabel = "COL", split = ",", descriptionKey = "by")
    List<String> by = new ArrayList<>();

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "where")
    List<String> where = new ArrayList<>();

    @Option(names = "--level", paramLabel = "P", descriptionKey = "level")
    double level = 0.95;

    @Option(names = "--side", paramLabel = "both|lower|upper", descriptionKey = "side")
    String side = "both";

    Confidence confidence() {
        if (!(level > 0 && level < 1)) {
            throw UserError.usage("error.level", String.valueOf(level));
        }
        return new Confidence(level, DesignOptions.choice("--side", side, Side.values()));
    }

    /** The options in force, for the provenance. */
    Map<String, Object> echo() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("level", level);
        options.put("side", side);
        options.put("by", by);
        options.put("where", where);
        return options;
    }
}
