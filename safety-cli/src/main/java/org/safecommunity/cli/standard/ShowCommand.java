package org.safecommunity.cli.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.standard.Element;
import org.safecommunity.model.standard.Requirement;
import org.safecommunity.model.standard.Standard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one element with its requirements, or one requirement. */
@Command(name = "show")
public final class ShowCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1", paramLabel = "ID", descriptionKey = "id")
    @SuppressWarnings("NullAway.Init")
    String id;

    @Override
    public Integer call() {
        Standard standard = Standard.aqt9001();
        List<ResultRow> rows = rows(standard);
        if (rows.isEmpty()) {
            throw UserError.usage(
                    "error.no-element",
                    id,
                    String.join(
                            ", ", standard.elements().stream().map(Element::id).toList()));
        }
        Printer.print(
                new Envelope(
                        "standard show",
                        rows,
                        List.of(),
                        List.of(),
                        Map.of("standard", standard.id(), "version", standard.version())),
                common,
                spec,
                Format.TABLE);
        return ExitCode.OK;
    }

    private List<ResultRow> rows(Standard standard) {
        Locale locale = common.locale();
        List<ResultRow> rows = new ArrayList<>();
        for (Element element : standard.elements()) {
            boolean whole = element.id().equals(id);
            if (whole) {
                rows.add(StandardRows.element(element, locale, common.explain()));
            }
            for (Requirement requirement : element.requirements()) {
                if (whole || requirement.id().equals(id)) {
                    rows.add(StandardRows.requirement(requirement, locale, common.explain()));
                }
            }
        }
        return rows;
    }
}
