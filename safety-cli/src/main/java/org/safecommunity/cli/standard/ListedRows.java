package org.safecommunity.cli.standard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.catalogue.Catalogue;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.standard.DocumentRegister;
import org.safecommunity.model.standard.DocumentRegister.OfficialDocument;
import org.safecommunity.model.standard.Glossary;

/** Rows of the terms, of the official documents, of a catalogue and of a scheme, each with its provenance. */
final class ListedRows {
    static final String TERM = "term/";
    static final String DOCUMENT = "document/";
    static final String CATALOGUE = "catalogue/";
    static final String SCHEME = "scheme/";

    private ListedRows() {}

    static List<ResultRow> terms(Locale locale) {
        Glossary glossary = Glossary.bundled();
        return glossary.terms().stream()
                .map(term -> term(term, glossary, locale))
                .toList();
    }

    static List<ResultRow> documents(Locale locale) {
        DocumentRegister register = DocumentRegister.bundled();
        return register.documents().stream()
                .map(document -> document(document, register, locale))
                .toList();
    }

    /** The rows of an id such as {@code term/hazard}; empty when its beginning names no list. */
    static Optional<List<ResultRow>> of(String wanted, Locale locale) {
        int slash = wanted.indexOf('/');
        String name = wanted.substring(slash + 1);
        return switch (wanted.substring(0, slash + 1)) {
            case TERM -> {
                Glossary glossary = Glossary.bundled();
                Glossary.Term term = glossary.term(name)
                        .orElseThrow(() -> unknown(
                                TERM,
                                name,
                                glossary.terms().stream()
                                        .map(t -> t.id().replaceFirst("^T\\.", ""))
                                        .toList()));
                yield Optional.of(List.of(term(term, glossary, locale)));
            }
            case DOCUMENT -> {
                DocumentRegister register = DocumentRegister.bundled();
                OfficialDocument document = register.document(name)
                        .orElseThrow(() -> unknown(
                                DOCUMENT,
                                name,
                                register.documents().stream()
                                        .map(OfficialDocument::id)
                                        .toList()));
                yield Optional.of(List.of(document(document, register, locale)));
            }
            case CATALOGUE ->
                Optional.of(TraceRows.indicators(
                        Catalogue.bundled(name).orElseThrow(() -> unknown(CATALOGUE, name, Catalogue.BUNDLED)),
                        id -> true,
                        locale));
            case SCHEME ->
                Optional.of(
                        scheme(Scheme.bundled(name).orElseThrow(() -> unknown(SCHEME, name, Scheme.BUNDLED)), locale));
            default -> Optional.empty();
        };
    }

    private static UserError unknown(String list, String name, List<String> known) {
        String near = Nearest.of(name, known);
        return UserError.usage("error.no-listed", list + name, near.isEmpty() ? String.join(", ", known) : near);
    }

    private static ResultRow term(Glossary.Term term, Glossary glossary, Locale locale) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("definition", term.meaning().in(locale));
        details.put("confirmed", term.provenance().isConfirmed());
        details.put("synonyms", term.synonyms().isEmpty() ? null : String.join(", ", term.synonyms()));
        details.put("note", text(term.note(), locale));
        provenance(term.provenance(), glossary.sources(), locale, details);
        return ResultRow.plain(
                ResultRow.item("id", TERM + term.id()), "term", term.title().in(locale), details);
    }

    private static ResultRow document(OfficialDocument document, DocumentRegister register, Locale locale) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("number", document.number());
        details.put("issued", document.issued());
        details.put("replacedBy", document.replacedBy());
        details.put("confirmed", document.provenance().isConfirmed());
        details.put("note", text(document.note(), locale));
        provenance(document.provenance(), register.sources(), locale, details);
        return ResultRow.plain(
                ResultRow.item("id", DOCUMENT + document.id()),
                "document",
                document.title().in(locale),
                details);
    }

    private static List<ResultRow> scheme(Scheme scheme, Locale locale) {
        List<ResultRow> rows = new ArrayList<>();
        if (scheme.scoring() != null) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("catalogue", scheme.catalogue());
            provenance(scheme.scoring().provenance(), scheme.sources(), locale, details);
            rows.add(ResultRow.plain(
                    ResultRow.item("id", SCHEME + scheme.id()),
                    "scoring-rule",
                    scheme.title().in(locale),
                    details));
        }
        for (Scheme.Parameter parameter : scheme.parameters()) {
            Map<String, Object> details = new LinkedHashMap<>();
            provenance(parameter.provenance(), scheme.sources(), locale, details);
            rows.add(ResultRow.plain(
                    ResultRow.item("id", parameter.id().label()), "parameter", (long) parameter.value(), details));
        }
        for (Scheme.Ground ground : scheme.revocationGrounds()) {
            Map<String, Object> details = new LinkedHashMap<>();
            provenance(ground.provenance(), scheme.sources(), locale, details);
            rows.add(ResultRow.plain(
                    ResultRow.item("id", ground.id()),
                    "revocation-ground",
                    ground.title().in(locale),
                    details));
        }
        return rows;
    }

    private static @Nullable String text(@Nullable LocalText text, Locale locale) {
        return text == null ? null : text.in(locale);
    }

    private static void provenance(
            Provenance provenance, List<SourceDocument> sources, Locale locale, Map<String, Object> details) {
        details.put("confirmed", provenance.isConfirmed());
        details.put("provenance", provenance.toString());
        details.put("source", provenance.describe(sources).in(locale));
    }
}
