package org.safecommunity.cli.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.assess.AssessmentDraft;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.catalogue.Catalogue;
import org.safecommunity.model.catalogue.Profile;
import org.safecommunity.model.injury.CodeSet;
import org.safecommunity.model.register.ColumnType;
import org.safecommunity.model.register.RegisterCatalogue;
import org.safecommunity.model.register.RegisterColumn;
import org.safecommunity.model.register.RegisterSchema;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.standard.DocumentRegister;
import org.safecommunity.model.standard.Glossary;
import org.safecommunity.model.standard.Standard;
import org.safecommunity.risk.register.RegisterForm;

/**
 * The kinds of documents and their JSON Schemas: registers and tables from the data files of their columns, other documents
 * from the records they are read into. Titles and examples come from {@code document-kinds.json}.
 */
final class DocumentSchemas {
    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry("community", Workspace.documentType()),
            Map.entry("assessment", AssessmentDraft.class),
            Map.entry("catalogue", Catalogue.class),
            Map.entry("profile", Profile.class),
            Map.entry("scheme", Scheme.class),
            Map.entry("code-set", CodeSet.class),
            Map.entry("registers", RegisterCatalogue.class),
            Map.entry("terms", Glossary.class),
            Map.entry("documents", DocumentRegister.class),
            Map.entry("standard", Standard.class));

    private final Kinds kinds;
    private final Locale locale;

    /** The data file. */
    record Kinds(List<TableKind> tables, Map<String, JsonNode> examples, List<DocumentKind> documents) {}

    /** A table that is neither a register of the model nor one of the risk module. */
    record TableKind(
            String id,
            String file,
            LocalText title,
            LocalText description,
            List<RegisterColumn> columns,
            JsonNode example) {}

    /** A document; its schema is given where it is not read into a record of the libraries. */
    record DocumentKind(
            String id,
            @Nullable String file,
            LocalText title,
            JsonNode example,
            @Nullable Map<String, Object> schema) {}

    /**
     * One kind for a reader.
     *
     * @param id     name of the kind
     * @param file   usual name of its file, or empty
     * @param title  what it is
     * @param schema its JSON Schema, with an example
     */
    record Described(String id, String file, String title, Map<String, Object> schema) {}

    DocumentSchemas(Locale locale) {
        this.kinds = read();
        this.locale = locale;
    }

    private static Kinds read() {
        try (InputStream in = DocumentSchemas.class.getResourceAsStream("document-kinds.json")) {
            if (in == null) {
                throw new IllegalStateException("document-kinds.json is missing from the program");
            }
            return new ObjectMapper().readValue(in, Kinds.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All kinds: the description of a workspace first, its tables and registers, then other documents. */
    List<Described> all() {
        List<Described> all = new ArrayList<>();
        kinds.documents().stream().limit(1).forEach(kind -> all.add(document(kind)));
        kinds.tables().forEach(kind -> all.add(table(kind)));
        RegisterCatalogue.bundled()
                .registers()
                .forEach(kind -> all.add(new Described(
                        kind.id(), kind.file(), kind.title().in(locale), RegisterSchema.of(kind, locale))));
        RegisterForm.bundled().forEach(form -> all.add(form(form)));
        kinds.documents().stream().skip(1).forEach(kind -> all.add(document(kind)));
        return all;
    }

    /** The kind of an id. */
    Optional<Described> find(String id) {
        return all().stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    private Described table(TableKind kind) {
        Map<String, Object> schema = head(kind.id(), kind.title().in(locale));
        schema.put("description", kind.description().in(locale));
        return new Described(
                kind.id(),
                kind.file(),
                kind.title().in(locale),
                list(schema, RegisterSchema.entry(kind.columns(), locale), kind.example()));
    }

    private Described form(RegisterForm form) {
        Map<String, Object> schema = head(form.id(), form.title().in(locale));
        Map<String, Object> entry = RegisterSchema.entry(
                form.columns().stream().map(DocumentSchemas::column).toList(), locale);
        JsonNode example = kinds.examples().get(form.id());
        if (example == null) {
            throw new IllegalStateException("document-kinds.json has no example of " + form.id());
        }
        return new Described(form.id(), form.file(), form.title().in(locale), list(schema, entry, example));
    }

    private static RegisterColumn column(RegisterForm.Column column) {
        ColumnType type =
                switch (column.type()) {
                    case DATE -> ColumnType.DATE;
                    case COUNT -> ColumnType.WHOLE;
                    case FACTOR -> ColumnType.NUMBER;
                    case YES_NO, CODE -> column.values().isEmpty() ? ColumnType.TEXT : ColumnType.CHOICE;
                    case TEXT -> ColumnType.TEXT;
                };
        List<RegisterColumn.Value> values = type == ColumnType.CHOICE
                ? column.values().stream()
                        .map(code -> new RegisterColumn.Value(code, LocalText.of(code)))
                        .toList()
                : List.of();
        return new RegisterColumn(column.id(), type, column.required(), column.label(), values, null);
    }

    /** Other columns than those described are allowed in a table and passed over. */
    private static Map<String, Object> list(Map<String, Object> schema, Map<String, Object> entry, JsonNode example) {
        schema.put("type", "array");
        schema.put("items", entry);
        schema.put("examples", List.of(example));
        return schema;
    }

    private Described document(DocumentKind kind) {
        Map<String, Object> schema = head(kind.id(), kind.title().in(locale));
        Class<?> type = RECORDS.get(kind.id());
        if (kind.id().equals(ProcedureSchema.KIND)) {
            schema.putAll(ProcedureSchema.of(locale));
        } else if (type != null) {
            schema.putAll(RecordSchema.of(type));
        } else if (kind.schema() != null) {
            schema.putAll(kind.schema());
        } else {
            throw new IllegalStateException("there is no schema of " + kind.id());
        }
        schema.put("examples", List.of(kind.example()));
        return new Described(
                kind.id(), kind.file() == null ? "" : kind.file(), kind.title().in(locale), schema);
    }

    private static Map<String, Object> head(String id, String title) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:safe-community:document:" + id);
        schema.put("title", title);
        return schema;
    }
}
