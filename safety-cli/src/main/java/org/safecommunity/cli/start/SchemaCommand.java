package org.safecommunity.cli.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.register.RegisterCatalogue;
import org.safecommunity.model.register.RegisterKind;
import org.safecommunity.model.register.RegisterSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of a register or of the procedure. */
@Command(name = "schema")
public final class SchemaCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1", paramLabel = "KIND", descriptionKey = "schema-kind")
    @SuppressWarnings("NullAway.Init")
    String kind;

    @Override
    public Integer call() throws JsonProcessingException {
        String json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(
                        kind.equals(ProcedureSchema.KIND)
                                ? ProcedureSchema.of(common.locale())
                                : RegisterSchema.of(register(), common.locale()));
        Printer.write(json + "\n", common.output(), spec.commandLine().getOut());
        return ExitCode.OK;
    }

    private RegisterKind register() {
        RegisterCatalogue catalogue = RegisterCatalogue.bundled();
        return catalogue.kind(kind).orElseThrow(() -> {
            List<String> ids = new ArrayList<>(
                    catalogue.registers().stream().map(RegisterKind::id).toList());
            ids.add(ProcedureSchema.KIND);
            String near = Nearest.of(kind, ids);
            return UserError.usage("error.no-register", kind, near.isEmpty() ? String.join(", ", ids) : near);
        });
    }
}
