package org.safecommunity.cli.explain;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.method.MethodEntry;
import org.safecommunity.metrics.method.MethodEntry.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The textbook entry of a method, or the list of them. */
@Command(name = "explain")
public final class ExplainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "METHOD", descriptionKey = "explain-method")
    @Nullable
    String method;

    @Option(names = "--list", descriptionKey = "method-list")
    boolean list;

    private final Program program;

    /** Runs a command of this program; the worked examples need it. */
    @FunctionalInterface
    public interface Program {
        /** Runs the command and returns its exit code. */
        int run(PrintWriter out, PrintWriter err, String... arguments);
    }

    /** Obtains the command; {@code program} computes the worked examples. */
    public ExplainCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (list == (method != null)) {
            throw UserError.usage("error.explain-choice");
        }
        List<MethodEntry> entries = method == null ? MethodEntry.all() : find(method);
        Locale locale = common.locale();
        if (method != null && common.format(Format.TABLE) == Format.TABLE) {
            StringBuilder text = new StringBuilder();
            entries.forEach(entry -> page(text, entry, locale));
            Printer.write(text.toString(), common.output(), spec.commandLine().getOut());
            return ExitCode.OK;
        }
        List<ResultRow> rows = entries.stream().map(entry -> row(entry, locale)).toList();
        Printer.print(new Envelope("explain", rows, List.of(), List.of(), Map.of()), common, spec, Format.TABLE);
        return ExitCode.OK;
    }

    private static List<MethodEntry> find(String name) {
        List<MethodEntry> entries = MethodEntry.find(name);
        if (entries.isEmpty()) {
            List<String> known = MethodEntry.all().stream()
                    .flatMap(entry -> Stream.concat(Stream.of(entry.id()), entry.names().stream()))
                    .distinct()
                    .toList();
            String near = Nearest.of(name, known);
            throw near.isEmpty()
                    ? UserError.usage("error.no-method", name)
                    : UserError.usage("error.no-method-near", name, near);
        }
        return entries;
    }

    private ResultRow row(MethodEntry entry, Locale locale) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("topic", entry.topic());
        if (method != null) {
            for (Part part : Part.values()) {
                entry.text(part, locale).ifPresent(text -> details.put(part.key(), text));
            }
        }
        return ResultRow.plain(
                ResultRow.item("method", entry.id()),
                "method",
                entry.text(Part.TITLE, locale).orElse(entry.id()),
                details);
    }

    private void page(StringBuilder page, MethodEntry entry, Locale locale) {
        if (!page.isEmpty()) {
            page.append('\n');
        }
        page.append(entry.text(Part.TITLE, locale).orElse(entry.id()))
                .append("  [")
                .append(entry.id())
                .append("]\n");
        for (Part part : Part.values()) {
            Optional<String> text = entry.text(part, locale);
            if (part != Part.TITLE && part != Part.EXAMPLE && text.isPresent()) {
                page.append('\n')
                        .append(Texts.get(locale, "explain." + part.key()))
                        .append("\n  ")
                        .append(text.get())
                        .append('\n');
            }
        }
        entry.text(Part.EXAMPLE, locale).ifPresent(arguments -> example(page, arguments, locale));
    }

    /** The example as typed, and what it gives; an example on files gives nothing where the files are not at hand. */
    private void example(StringBuilder page, String arguments, Locale locale) {
        page.append('\n')
                .append(Texts.get(locale, "explain.example"))
                .append("\n  safety ")
                .append(arguments)
                .append("\n\n");
        List<String> words = words(arguments);
        words.addAll(List.of("--explain", "--quiet", "--lang", Texts.isChinese(locale) ? "zh" : "en"));
        StringWriter out = new StringWriter();
        int code =
                program.run(new PrintWriter(out), new PrintWriter(Writer.nullWriter()), words.toArray(new String[0]));
        if (code == ExitCode.OK || code == ExitCode.FINDINGS) {
            out.toString().lines().forEach(line -> page.append(line.isEmpty() ? "" : "  " + line)
                    .append('\n'));
        } else {
            page.append("  ").append(Texts.get(locale, "explain.no-files")).append('\n');
        }
    }

    /** Words of a command line; a part in single quotes is one word. */
    static List<String> words(String commandLine) {
        List<String> words = new ArrayList<>();
        String[] parts = commandLine.split("'", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                words.add(parts[i]);
            } else {
                Stream.of(parts[i].trim().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .forEach(words::add);
            }
        }
        return words;
    }
}
