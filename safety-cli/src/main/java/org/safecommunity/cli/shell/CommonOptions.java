package org.safecommunity.cli.shell;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command. */
public final class CommonOptions {
    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format")
    @Nullable
    Format format;

    @Option(names = "--output", paramLabel = "FILE", descriptionKey = "output")
    @Nullable
    Path output;

    @Option(names = "--lang", paramLabel = "en|zh", descriptionKey = "lang")
    @Nullable
    String lang;

    @Option(names = "--explain", descriptionKey = "explain")
    boolean explain;

    @Option(names = "--charset", paramLabel = "NAME", descriptionKey = "charset")
    @Nullable
    Charset charset;

    @Option(names = "--excel", descriptionKey = "excel")
    boolean excel;

    @Option(names = "--strict", descriptionKey = "strict")
    boolean strict;

    @Option(names = "--quiet", descriptionKey = "quiet")
    boolean quiet;

    @Option(names = "--no-progress", descriptionKey = "no-progress")
    boolean noProgress;

    @Option(names = "--stacktrace", descriptionKey = "stacktrace")
    boolean stacktrace;

    /** Format asked for, or the given default. */
    public Format format(Format fallback) {
        return format == null ? fallback : format;
    }

    /** File to write to; null means standard output. */
    public @Nullable Path output() {
        return output;
    }

    /** The same options for results that go to standard output, where the output named is a folder of files. */
    public CommonOptions withoutOutput() {
        CommonOptions options = new CommonOptions();
        options.format = format;
        options.lang = lang;
        options.explain = explain;
        options.charset = charset;
        options.excel = excel;
        options.strict = strict;
        options.quiet = quiet;
        options.noProgress = noProgress;
        options.stacktrace = stacktrace;
        return options;
    }

    /** Language of labels and messages. */
    public Locale locale() {
        if (lang == null) {
            return Texts.isChinese(Locale.getDefault()) ? Locale.CHINESE : Locale.ENGLISH;
        }
        return switch (lang) {
            case "en" -> Locale.ENGLISH;
            case "zh" -> Locale.CHINESE;
            default -> throw UserError.usage("error.lang", lang);
        };
    }

    /** Whether the working is asked for. */
    public boolean explain() {
        return explain;
    }

    /** Charset of the input; null means detect. */
    public @Nullable Charset charset() {
        return charset;
    }

    /** Whether CSV is written for Excel (BOM, CRLF, formulas escaped). */
    public boolean excel() {
        return excel;
    }

    /** Whether refused rows and findings make the exit code 1. */
    public boolean strict() {
        return strict;
    }

    /** Whether remarks on standard error are left out. */
    public boolean quiet() {
        return quiet;
    }

    /** Whether progress may be shown. */
    public boolean progress() {
        return !quiet && !noProgress && Boolean.getBoolean("safety.terminal");
    }

    /** Whether a fault prints its stack trace. */
    public boolean stacktrace() {
        return stacktrace;
    }
}
