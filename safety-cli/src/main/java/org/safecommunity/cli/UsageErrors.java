package org.safecommunity.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.Texts;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong usage in the reader's language: what is wrong, names near the one that was written, and where the help is. */
final class UsageErrors {
    private UsageErrors() {}

    /** Prints up to three lines. */
    static void print(ParameterException exception, PrintWriter err, Locale locale) {
        List<String> lines = lines(exception, locale);
        err.println(Texts.get(locale, "error.prefix", lines.get(0)));
        lines.stream().skip(1).forEach(line -> err.println(Texts.get(locale, "error.hint", line)));
        err.println(Texts.get(
                locale,
                "error.usage-hint",
                exception.getCommandLine().getCommandSpec().qualifiedName(" ")));
    }

    private static List<String> lines(ParameterException exception, Locale locale) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, locale);
        }
        if (exception instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return List.of(missing(missing.getMissing().get(0), locale));
        }
        if (exception instanceof OverwrittenOptionException overwritten) {
            return List.of(Texts.get(locale, "error.option-twice", name(overwritten.getOverwritten())));
        }
        ArgSpec argument = exception.getArgSpec();
        if (argument != null && argument.isOption() && argument.arity().max() == 0) {
            return List.of(Texts.get(locale, "error.value-flag", name(argument)));
        }
        if (argument != null && exception.getValue() != null) {
            return List.of(
                    Texts.get(locale, "error.value", name(argument), exception.getValue(), expected(argument, locale)));
        }
        if (argument != null) {
            return List.of(missing(argument, locale));
        }
        return noCommand(exception.getCommandLine(), locale);
    }

    private static List<String> unmatched(UnmatchedArgumentException exception, Locale locale) {
        String wrong = exception.getUnmatched().isEmpty()
                ? ""
                : exception.getUnmatched().get(0);
        CommandLine command = exception.getCommandLine();
        boolean option = wrong.length() > 1 && wrong.startsWith("-");
        List<String> known = option
                ? List.copyOf(command.getCommandSpec().optionsMap().keySet())
                : CommandTree.names(command.getCommandSpec().qualifiedName(" "));
        String key = option ? "error.unknown-option" : known.isEmpty() ? "error.unexpected" : "error.unknown-command";
        List<String> lines = new ArrayList<>(List.of(Texts.get(locale, key, wrong)));
        int assigned = wrong.indexOf('=');
        String near = Nearest.of(option && assigned > 0 ? wrong.substring(0, assigned) : wrong, known);
        if (!near.isEmpty()) {
            lines.add(Texts.get(locale, "error.did-you-mean", near));
        } else if (!option && !known.isEmpty()) {
            lines.add(Texts.get(locale, "error.known", String.join(", ", known)));
        }
        return lines;
    }

    private static List<String> noCommand(CommandLine command, Locale locale) {
        String name = command.getCommandSpec().qualifiedName(" ");
        List<String> known = CommandTree.names(name);
        return known.isEmpty()
                ? List.of(Texts.get(locale, "error.usage"))
                : List.of(
                        Texts.get(locale, "error.no-command", name),
                        Texts.get(locale, "error.known", String.join(", ", known)));
    }

    private static String missing(ArgSpec argument, Locale locale) {
        return argument.isOption()
                ? Texts.get(locale, "error.value-missing", name(argument))
                : Texts.get(locale, "error.parameter-missing", name(argument));
    }

    private static String expected(ArgSpec argument, Locale locale) {
        Class<?> type = argument.type();
        if (type.isEnum()) {
            String choices = Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return Texts.get(locale, "error.value-choice", choices);
        }
        if (type == Charset.class) {
            return Texts.get(locale, "error.value-charset");
        }
        if (type == double.class || type == Double.class) {
            return Texts.get(locale, "error.value-number");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Texts.get(locale, "error.value-whole");
        }
        return Texts.get(locale, "error.value-other", argument.paramLabel());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
