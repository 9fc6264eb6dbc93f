package org.safecommunity.cli.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of a kind of document, or lists the kinds. */
@Command(name = "schema")
public final class SchemaCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "KIND", descriptionKey = "schema-kind")
    @Nullable
    String kind;

    @Option(names = "--list", descriptionKey = "schema-list")
    boolean list;

    @Override
    public Integer call() throws JsonProcessingException {
        DocumentSchemas schemas = new DocumentSchemas(common.locale());
        if (list) {
            Printer.print(
                    new Envelope(
                            "schema",
                            schemas.all().stream().map(SchemaCommand::row).toList(),
                            List.of(),
                            List.of(),
                            Map.of()),
                    common,
                    spec,
                    Format.TABLE);
            return ExitCode.OK;
        }
        String wanted = kind;
        if (wanted == null) {
            throw UserError.usage("error.option-missing", "KIND", "safety schema goals");
        }
        DocumentSchemas.Described found = schemas.find(wanted).orElseThrow(() -> unknown(wanted, schemas));
        String json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(found.schema());
        Printer.write(json + "\n", common.output(), spec.commandLine().getOut());
        return ExitCode.OK;
    }

    private static UserError unknown(String wanted, DocumentSchemas schemas) {
        List<String> ids =
                schemas.all().stream().map(DocumentSchemas.Described::id).toList();
        String near = Nearest.of(wanted, ids);
        return UserError.usage("error.no-document-kind", wanted, near.isEmpty() ? String.join(", ", ids) : near);
    }

    private static ResultRow row(DocumentSchemas.Described kind) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("file", kind.file().isEmpty() ? null : kind.file());
        details.put("form", "array".equals(kind.schema().get("type")) ? "table" : "document");
        return ResultRow.plain(ResultRow.item("id", kind.id()), "schema", kind.title(), details);
    }
}
