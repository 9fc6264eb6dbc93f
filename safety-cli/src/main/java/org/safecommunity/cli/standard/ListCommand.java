package org.safecommunity.cli.standard;

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
import org.safecommunity.model.catalogue.Catalogue;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.standard.Guidance;
import org.safecommunity.model.standard.Standard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the elements of the standard, terms, official documents, articles of the guidance, catalogues or schemes. */
@Command(name = "list")
public final class ListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "elements|terms|documents|catalogues|schemes|articles",
            descriptionKey = "list-kind")
    String kind = "elements";

    @Override
    public Integer call() {
        Standard standard = Standard.aqt9001();
        List<ResultRow> rows = rows(standard, common.locale());
        Printer.print(
                new Envelope(
                        "standard list",
                        rows,
                        List.of(),
                        List.of(),
                        Map.of("standard", standard.id(), "version", standard.version())),
                common,
                spec,
                Format.TABLE);
        return ExitCode.OK;
    }

    private List<ResultRow> rows(Standard standard, Locale locale) {
        return switch (kind) {
            case "elements" ->
                standard.elements().stream()
                        .map(element -> StandardRows.element(element, locale, common.explain()))
                        .toList();
            case "terms" -> ListedRows.terms(locale);
            case "documents" -> ListedRows.documents(locale);
            case "articles" ->
                Guidance.bundled().articles().stream()
                        .map(article -> named(
                                "demand",
                                "guidance/" + article.number(),
                                article.demand().in(locale),
                                true))
                        .toList();
            case "catalogues" ->
                Catalogue.BUNDLED.stream()
                        .map(name -> Catalogue.bundled(name).orElseThrow())
                        .map(list -> named("catalogue", list.id(), list.title().in(locale), list.isConfirmed()))
                        .toList();
            case "schemes" ->
                Scheme.BUNDLED.stream()
                        .map(name -> Scheme.bundled(name).orElseThrow())
                        .map(scheme -> named(
                                "scheme",
                                scheme.id(),
                                scheme.title().in(locale),
                                scheme.parameters().stream()
                                                .allMatch(p -> p.provenance().isConfirmed())
                                        && (scheme.scoring() == null
                                                || scheme.scoring().provenance().isConfirmed())))
                        .toList();
            default ->
                throw UserError.usage(
                        "error.choice", "KIND", kind, "elements, terms, documents, catalogues, schemes, articles");
        };
    }

    private static ResultRow named(String statistic, String id, String title, boolean confirmed) {
        return ResultRow.plain(ResultRow.item("id", id), statistic, title, Map.of("confirmed", confirmed));
    }
}
