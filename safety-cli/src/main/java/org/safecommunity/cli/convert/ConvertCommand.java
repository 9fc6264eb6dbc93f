package org.safecommunity.cli.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.TableForm;
import org.safecommunity.cli.read.DocumentParser;
import org.safecommunity.cli.read.DocumentTree;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a table or document in another form; what it says stays as it is. */
@Command(name = "convert")
public final class ConvertCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "convert-file")
    @SuppressWarnings("NullAway.Init")
    String file;

    @Option(names = "--to", required = true, paramLabel = "csv|json|yaml", descriptionKey = "convert-to")
    @SuppressWarnings("NullAway.Init")
    TableForm form;

    @Override
    public Integer call() {
        InputFile input = InputFile.open(file, common.charset());
        RowFindings findings = new RowFindings(input.name());
        String text = DocumentParser.isDocument(input.name()) ? document(input, findings) : table(input, findings);
        Printer.write(text, common.output(), spec.commandLine().getOut());
        List<Remark> remarks = new ArrayList<>(input.remarks(common.locale()));
        remarks.addAll(findings.remarks(common.locale()));
        Printer.remarks(
                new Envelope("convert", List.of(), remarks, List.of(findings.provenance(input)), Map.of()),
                common,
                spec);
        return common.strict() && findings.refused() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private String table(InputFile input, RowFindings findings) {
        try (TableReader table = TableReader.open(input, findings)) {
            List<List<String>> rows = new ArrayList<>();
            for (TableReader.Row row = table.next(); row != null; row = table.next()) {
                rows.add(row.cells().stream().map(String::strip).toList());
            }
            return form.table(table.header(), rows, common.excel());
        }
    }

    /** In CSV only a list of entries has a form; it is read as a table. */
    private String document(InputFile input, RowFindings findings) {
        if (form != TableForm.CSV) {
            return form.document(DocumentTree.read(input));
        }
        if (!DocumentTree.read(input).isArray()) {
            throw UserError.usage("error.convert-document", input.name());
        }
        return table(input, findings);
    }
}
