package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;
import picocli.CommandLine.Option;

/** Two rounds with different people: in one file told apart by a column, or in two files. */
final class WaveOptions {
    /** The file of the later round; set by the command. */
    @Nullable
    String second;

    @Option(names = "--variable", paramLabel = "COL", split = ",", descriptionKey = "change-variable")
    List<String> variables = new ArrayList<>();

    @Option(names = "--wave", paramLabel = "COL", descriptionKey = "change-wave")
    @Nullable
    String wave;

    @Option(names = "--from", paramLabel = "ROUND", descriptionKey = "change-from")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "ROUND", descriptionKey = "change-to")
    @Nullable
    String to;

    @Option(names = "--same-clusters", descriptionKey = "change-same-clusters")
    boolean sameClusters;

    /** Whether the rounds have different people. */
    boolean wanted() {
        return second != null || wave != null || !variables.isEmpty();
    }

    /**
     * Looks at the options before a file is read.
     *
     * @throws UserError (exit 2) if they do not fit together
     */
    void check() {
        if (variables.isEmpty()) {
            throw UserError.usage("error.option-missing", "--variable", "--variable aware,satisfied");
        }
        if ((second == null) == (wave == null)) {
            throw UserError.usage("error.change-rounds");
        }
        if (wave != null && (from == null || to == null || from.equals(to))) {
            throw UserError.usage("error.change-from-to");
        }
        if (second != null && (from != null || to != null || sameClusters)) {
            throw UserError.usage("error.change-two-files");
        }
    }

    void echo(Map<String, Object> options) {
        options.put("variable", variables);
        options.put("after", second);
        options.put("wave", wave);
        options.put("from", from);
        options.put("to", to);
        options.put("sameClusters", sameClusters);
    }
}
