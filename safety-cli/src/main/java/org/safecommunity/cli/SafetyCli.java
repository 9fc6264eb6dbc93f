package org.safecommunity.cli;

import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import org.safecommunity.cli.print.JsonText;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The program: builds the command tree, runs a command, turns errors into one line and an exit code. */
@Command(name = "safety", version = JsonText.TOOL)
public final class SafetyCli implements Runnable {
    private static final String LOGGING = "org.jboss.logging.provider";

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Option(names = "--version", versionHelp = true, descriptionKey = "version")
    boolean version;

    private SafetyCli() {}

    /** Runs the program and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        Console out = Console.of(FileDescriptor.out);
        Console err = Console.of(FileDescriptor.err);
        int code = run(out, err, arguments);
        String failure = out.failure();
        if (failure != null) {
            code = report(UserError.usage("error.output", "stdout", failure), err, language(arguments));
        }
        err.flush();
        System.exit(code);
    }

    /** Runs the program with writers of its own; used by tests. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        useQuietLogging();
        Locale locale = language(arguments);
        CommandLine commandLine = CommandTree.build(new SafetyCli(), arguments, locale);
        commandLine.setOut(out).setErr(err);
        Failures failures = new Failures(locale);
        commandLine.setParameterExceptionHandler(failures);
        commandLine.setExecutionExceptionHandler(failures);
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            return failure(e, err, commandLine.getParseResult(), locale);
        }
    }

    @Override
    public void run() {
        CommandLine commandLine = spec.commandLine();
        commandLine.usage(commandLine.getErr());
        throw new CommandLine.ParameterException(commandLine, "no command");
    }

    /** The validation provider greets in the log at first use; its log goes where the others go: nowhere. */
    private static void useQuietLogging() {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "slf4j");
        }
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
        PrintWriter err = exception.getCommandLine().getErr();
        if (exception.getCause() instanceof UserError error) {
            return report(error, err, locale);
        }
        UsageErrors.print(exception, err, locale);
        return ExitCode.USAGE;
    }

    private static int failure(Throwable exception, PrintWriter err, ParseResult result, Locale locale) {
        if (exception instanceof UserError error) {
            return report(error, err, locale);
        }
        err.println(Texts.get(locale, "error.fault", exception.getClass().getSimpleName()));
        if (CommandTree.common(result).map(CommonOptions::stacktrace).orElse(false)) {
            exception.printStackTrace(err);
        }
        return ExitCode.FAULT;
    }

    private static int report(UserError error, PrintWriter err, Locale locale) {
        err.println(Texts.get(locale, "error.prefix", error.text().in(locale)));
        err.println(Texts.get(locale, "error.hint", error.hint().in(locale)));
        return error.exitCode();
    }

    /** A class and no lambdas: those of Picocli's interfaces, being of old bytecode, would be spun at every start. */
    private record Failures(Locale locale)
            implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
        @Override
        public int handleParseException(CommandLine.ParameterException exception, String[] arguments) {
            return usageError(exception, locale);
        }

        @Override
        public int handleExecutionException(Exception exception, CommandLine command, ParseResult result) {
            return failure(exception, command.getErr(), result, locale);
        }
    }
}
