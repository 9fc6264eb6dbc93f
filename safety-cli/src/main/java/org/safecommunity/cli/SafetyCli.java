package org.safecommunity.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The program: builds the command tree, runs a command, turns errors into one line and an exit code. */
@Command(name = "safety")
public final class SafetyCli implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    CommandLine.Model.CommandSpec spec;

    private SafetyCli() {}

    /** Runs the program and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int code = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(out.checkError() ? ExitCode.FAULT : code);
    }

    /** Runs the program with writers of its own; used by tests. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Locale locale = language(arguments);
        CommandLine commandLine = CommandTree.build(new SafetyCli(), arguments, locale);
        commandLine.setOut(out).setErr(err);
        commandLine.setParameterExceptionHandler((exception, args) -> usageError(exception, locale));
        commandLine.setExecutionExceptionHandler(
                (exception, command, result) -> failure(exception, command, result, locale));
        return commandLine.execute(arguments);
    }

    @Override
    public void run() {
        CommandLine commandLine = spec.commandLine();
        commandLine.usage(commandLine.getErr());
        throw new CommandLine.ParameterException(
                commandLine, "a command is needed, for example: safety report examples/riverside");
    }

    /** The language asked for, before the arguments are parsed: messages about wrong usage need it too. */
    private static Locale language(String... arguments) {
        int index = Arrays.asList(arguments).indexOf("--lang");
        String wanted = index >= 0 && index + 1 < arguments.length
                ? arguments[index + 1]
                : Arrays.stream(arguments)
                        .filter(a -> a.startsWith("--lang="))
                        .map(a -> a.substring(7))
                        .findFirst()
                        .orElse(Locale.getDefault().getLanguage());
        return wanted.equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }

    private static int usageError(CommandLine.ParameterException exception, Locale locale) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        if (exception.getCause() instanceof UserError error) {
            return print(error, err, locale);
        }
        err.println(Texts.get(locale, "error.prefix", String.valueOf(exception.getMessage())));
        if (exception instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String wrong = unmatched.getUnmatched().get(0);
            String near = wrong.startsWith("-")
                    ? Nearest.of(wrong, command.getCommandSpec().optionsMap().keySet())
                    : Nearest.of(
                            wrong, CommandTree.names(command.getCommandSpec().qualifiedName(" ")));
            if (!near.isEmpty()) {
                err.println(Texts.get(locale, "error.did-you-mean", near));
            }
        }
        err.println(
                Texts.get(locale, "error.usage-hint", command.getCommandSpec().qualifiedName(" ")));
        return ExitCode.USAGE;
    }

    private static int failure(Exception exception, CommandLine command, ParseResult result, Locale locale) {
        if (exception instanceof UserError error) {
            return print(error, command.getErr(), locale);
        }
        PrintWriter err = command.getErr();
        err.println(Texts.get(locale, "error.fault", exception.getClass().getSimpleName()));
        if (CommandTree.common(result).map(CommonOptions::stacktrace).orElse(false)) {
            exception.printStackTrace(err);
        }
        return ExitCode.FAULT;
    }

    private static int print(UserError error, PrintWriter err, Locale locale) {
        err.println(Texts.get(locale, "error.prefix", error.text().in(locale)));
        err.println(Texts.get(locale, "error.hint", error.hint().in(locale)));
        return error.exitCode();
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }
}
