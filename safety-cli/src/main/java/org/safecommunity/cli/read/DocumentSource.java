package org.safecommunity.cli.read;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;

/**
 * The rows of a table written as a YAML or JSON list of entries. The keys are the columns, in the order in which they
 * first appear; a key left out is an empty cell; a list of values is one cell with semicolons between them. Values are
 * taken as they are written: {@code 1.50} stays {@code 1.50}.
 */
final class DocumentSource implements RowSource {
    private final List<RawRow> rows = new ArrayList<>();
    private int next;

    /** An entry as it stands in the document. */
    private record Entry(
            int line, Map<String, String> cells, @Nullable Fault fault) {}

    private DocumentSource(List<Entry> entries) {
        LinkedHashMap<String, Boolean> columns = new LinkedHashMap<>();
        entries.forEach(entry -> entry.cells().keySet().forEach(key -> columns.put(key, true)));
        List<String> header = List.copyOf(columns.keySet());
        rows.add(new RawRow(1, header, false));
        for (Entry entry : entries) {
            List<String> cells = new ArrayList<>();
            header.forEach(column -> cells.add(entry.cells().getOrDefault(column, "")));
            rows.add(new RawRow(entry.line(), cells, false, entry.fault()));
        }
    }

    /**
     * Reads the document.
     *
     * @throws UserError (exit 3) if it is no list, or its form or size is not as it must be
     */
    static DocumentSource open(InputFile file) throws IOException {
        try (DocumentParser parser = DocumentParser.open(file)) {
            try {
                JsonToken token = parser.nextToken();
                if (token == null || token == JsonToken.VALUE_NULL) {
                    throw UserError.input("error.document-empty", file.name());
                }
                if (token != JsonToken.START_ARRAY) {
                    throw UserError.input("error.document-no-list", file.name());
                }
                List<Entry> entries = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    entries.add(entry(parser));
                }
                if (parser.nextToken() != null) {
                    throw UserError.input("error.document-more", file.name());
                }
                return new DocumentSource(entries);
            } catch (IOException e) {
                throw parser.fault(e);
            }
        }
    }

    private static Entry entry(DocumentParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        Map<String, String> cells = new LinkedHashMap<>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new Entry(line, cells, new Fault("no-entry", ""));
        }
        Fault fault = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String column = parser.currentName().strip();
            parser.nextToken();
            String cell = cell(parser);
            if (cell == null) {
                fault = new Fault("nested-value", column);
            }
            cells.put(column, cell == null ? "" : cell);
        }
        return new Entry(line, cells, fault);
    }

    /** The text of a value or list of values; null for anything deeper. */
    private static @Nullable String cell(DocumentParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
        }
        StringJoiner parts = new StringJoiner(";");
        boolean deep = false;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken().isStructStart()) {
                parser.skipChildren();
                deep = true;
            } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                parts.add(parser.getText());
            }
        }
        return deep ? null : parts.toString();
    }

    @Override
    public @Nullable RawRow next() {
        return next < rows.size() ? rows.get(next++) : null;
    }

    @Override
    public void close() {
        // the file was closed when it had been read
    }
}
