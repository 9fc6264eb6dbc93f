package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of commands that read a file of counts. */
final class FileOptions {
    @Option(names = "--by", paramLabel = "COL", split = ",", descriptionKey = "by")
    List<String> by = new ArrayList<>();

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "where")
    List<String> where = new ArrayList<>();
}
