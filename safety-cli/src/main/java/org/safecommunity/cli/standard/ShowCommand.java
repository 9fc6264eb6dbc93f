package org.safecommunity.cli.standard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.catalogue.Catalogue;
import org.safecommunity.model.standard.Crosswalk;
import org.safecommunity.model.standard.Element;
import org.safecommunity.model.standard.Guidance;
import org.safecommunity.model.standard.Requirement;
import org.safecommunity.model.standard.Standard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one element with its requirements, one requirement, or an entry of the lists beside the standard. */
@Command(name = "show")
public final class ShowCommand implements Callable<Integer> {
    private static final String GUIDANCE = "guidance/";
    private static final Map<String, String> SHORT_NAMES =
            Map.of("isccc", "ISCCC-6", "isccc6", "ISCCC-6", "isccc7", "ISCCC-7", "who12", "WHO-12", "who6", "WHO-6");

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "ID", descriptionKey = "id")
    @Nullable
    String id;

    @Option(names = "--trace", descriptionKey = "trace")
    boolean trace;

    @Option(names = "--crosswalk", paramLabel = "iso45001|NAME", descriptionKey = "crosswalk")
    @Nullable
    String crosswalk;

    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "trace-workspace")
    @Nullable
    Path workspace;

    private final Predicate<String> isBuilt;

    /** The command; it marks commands that are not built. */
    public ShowCommand(Predicate<String> isBuilt) {
        this.isBuilt = isBuilt;
    }

    @Override
    public Integer call() {
        if ((id == null ? 0 : 1) + (trace ? 1 : 0) + (crosswalk == null ? 0 : 1) != 1) {
            throw UserError.usage("error.show-one");
        }
        Standard standard = Standard.aqt9001();
        List<ResultRow> rows = rows(standard);
        if (rows.isEmpty()) {
            throw UserError.usage(
                    "error.no-element",
                    String.valueOf(id),
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
        if (trace) {
            return Guidance.bundled().articles().stream()
                    .map(article -> TraceRows.article(article, isBuilt, workspace, locale))
                    .toList();
        }
        if (crosswalk != null) {
            return crosswalk(crosswalk, locale);
        }
        String wanted = String.valueOf(id);
        if (wanted.startsWith(GUIDANCE)) {
            return Guidance.bundled().articles().stream()
                    .filter(article -> wanted.equals(GUIDANCE + article.number()))
                    .map(article -> TraceRows.article(article, isBuilt, workspace, locale))
                    .toList();
        }
        Optional<List<ResultRow>> listed = ListedRows.of(wanted, locale);
        if (listed.isPresent()) {
            return listed.get();
        }
        List<ResultRow> rows = elements(standard, wanted, locale);
        return rows.isEmpty() ? indicator(wanted, locale) : rows;
    }

    private static List<ResultRow> crosswalk(String name, Locale locale) {
        if (name.equalsIgnoreCase(NamedParts.ISO_45001)) {
            Crosswalk table = Crosswalk.iso45001();
            return table.rows().stream()
                    .map(row -> TraceRows.clause(row, table))
                    .toList();
        }
        String known = SHORT_NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), name);
        Catalogue criteria = Catalogue.bundled(known)
                .orElseThrow(() ->
                        UserError.usage("error.choice", "--crosswalk", name, "iso45001, isccc, isccc7, who12, who6"));
        return TraceRows.indicators(criteria, id -> true, locale);
    }

    private static List<ResultRow> indicator(String wanted, Locale locale) {
        for (String name : Catalogue.BUNDLED) {
            List<ResultRow> rows =
                    TraceRows.indicators(Catalogue.bundled(name).orElseThrow(), wanted::equalsIgnoreCase, locale);
            if (!rows.isEmpty()) {
                return rows;
            }
        }
        return List.of();
    }

    private List<ResultRow> elements(Standard standard, String wanted, Locale locale) {
        List<ResultRow> rows = new ArrayList<>();
        for (Element element : standard.elements()) {
            boolean whole = element.id().equals(wanted);
            if (whole) {
                rows.add(StandardRows.element(element, locale, common.explain()));
            }
            for (Requirement requirement : element.requirements()) {
                if (whole || requirement.id().equals(wanted)) {
                    rows.add(StandardRows.requirement(requirement, locale, common.explain()));
                }
            }
        }
        return rows;
    }
}
