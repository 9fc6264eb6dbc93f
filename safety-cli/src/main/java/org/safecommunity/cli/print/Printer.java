package org.safecommunity.cli.print;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.AtomicFile;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import picocli.CommandLine.Model.CommandSpec;

/** Writes an envelope in the format asked for: results to standard output or a file, remarks to standard error. */
public final class Printer {
    private Printer() {}

    /** Writes results and warnings of a command. */
    public static void print(Envelope envelope, CommonOptions options, CommandSpec spec, Format fallback) {
        print(envelope, List.of(envelope.results()), options, spec, fallback);
    }

    /** Writes results and warnings of a command; for people, each part as a table of its own. */
    public static void print(
            Envelope envelope, List<List<ResultRow>> parts, CommonOptions options, CommandSpec spec, Format fallback) {
        Locale locale = options.locale();
        Format format = options.format(fallback);
        String text =
                switch (format) {
                    case JSON -> JsonText.of(envelope);
                    case CSV -> CsvText.of(envelope.results(), options.excel());
                    case TABLE -> tables(parts, locale, false);
                    case MARKDOWN -> tables(parts, locale, true);
                };
        write(text, options.output(), spec.commandLine().getOut());
        remarks(envelope, options, spec);
    }

    private static String tables(List<List<ResultRow>> parts, Locale locale, boolean markdown) {
        return parts.stream().map(rows -> TableText.of(rows, locale, markdown)).collect(Collectors.joining("\n"));
    }

    /** Writes text to the file, or to standard output when there is none. */
    public static void write(String text, @Nullable Path file, PrintWriter out) {
        if (file == null) {
            out.print(text);
            out.flush();
        } else {
            AtomicFile.write(file, text);
        }
    }

    /** Writes the warnings of a run, and how many rows were used and refused, to standard error. */
    public static void remarks(Envelope envelope, CommonOptions options, CommandSpec spec) {
        if (options.quiet()) {
            return;
        }
        PrintWriter err = spec.commandLine().getErr();
        Locale locale = options.locale();
        for (Remark warning : envelope.warnings()) {
            err.println(Texts.get(locale, "remark.warning", warning.message()));
        }
        for (Envelope.InputProvenance input : envelope.inputs()) {
            if (input.refused() > 0) {
                err.println(
                        Texts.get(locale, "remark.counts", input.path(), input.rows(), input.used(), input.refused()));
            }
        }
        err.flush();
    }
}
