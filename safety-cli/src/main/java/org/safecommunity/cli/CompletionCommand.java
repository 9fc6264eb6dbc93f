package org.safecommunity.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.UserError;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the script that completes commands and options in a shell. */
@Command(name = CompletionCommand.NAME)
final class CompletionCommand implements Callable<Integer> {
    static final String NAME = "completion";

    private static final List<String> SHELLS = List.of("bash", "zsh");

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1", paramLabel = "bash|zsh", descriptionKey = "shell")
    @SuppressWarnings("NullAway.Init")
    String shell;

    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            throw UserError.usage("error.choice", "SHELL", shell, String.join(", ", SHELLS));
        }
        // one script serves both: in zsh it loads bashcompinit itself
        String script = AutoComplete.bash("safety", spec.root().commandLine());
        Printer.write(script, common.output(), spec.commandLine().getOut());
        return ExitCode.OK;
    }
}
