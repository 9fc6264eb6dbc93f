package org.safecommunity.cli.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.TableForm;
import org.safecommunity.cli.shell.AtomicFile;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.model.programme.CommunityType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a new workspace. Never touches a folder that has something in it. */
@Command(name = "init")
public final class InitCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1", paramLabel = "DIR", descriptionKey = "init-dir")
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Option(names = "--type", paramLabel = "TYPE", descriptionKey = "init-type")
    CommunityType type = CommunityType.URBAN;

    @Option(names = "--files", paramLabel = "csv|json|yaml", descriptionKey = "init-files")
    TableForm form = TableForm.CSV;

    @Override
    public Integer call() {
        requireEmpty();
        Map<String, String> files = new Template(type, form, common.locale(), Workspace.today()).files();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw UserError.input("error.init-not-writable", folder);
        }
        // The description comes last: a folder without it is no workspace, so a run that is cut short leaves none.
        files.forEach((name, content) -> {
            if (!name.equals(Workspace.FILE)) {
                AtomicFile.write(folder.resolve(name), content);
            }
        });
        AtomicFile.write(folder.resolve(Workspace.FILE), files.getOrDefault(Workspace.FILE, ""));
        Printer.write(
                Texts.get(common.locale(), "init.done", folder, files.size()) + "\n",
                common.output(),
                spec.commandLine().getOut());
        return ExitCode.OK;
    }

    private void requireEmpty() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw UserError.usage("error.init-not-empty", folder);
            }
        } catch (IOException e) {
            throw UserError.usage("error.init-not-folder", folder);
        }
    }
}
