package org.safecommunity.cli.standard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.concurrent.Callable;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the standard, the guidance, a catalogue or a scheme as JSON that can be read back. */
@Command(name = "export")
public final class ExportCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1", paramLabel = "NAME", descriptionKey = "data-name")
    @SuppressWarnings("NullAway.Init")
    String name;

    @Override
    public Integer call() throws JsonProcessingException {
        String json = MAPPER.writeValueAsString(NamedParts.value(name)) + "\n";
        Printer.write(json, common.output(), spec.commandLine().getOut());
        return ExitCode.OK;
    }
}
