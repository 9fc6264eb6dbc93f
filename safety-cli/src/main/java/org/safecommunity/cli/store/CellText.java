package org.safecommunity.cli.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A list of texts as one text: JSON, which other programs can read too. */
final class CellText {
    private static final JsonFactory JSON = new JsonFactory();

    private CellText() {}

    /** The list as JSON. */
    static String of(List<String> cells) {
        StringBuilder text = new StringBuilder(16 * cells.size() + 16).append('[');
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "\"" : ",\"");
            JsonStringEncoder.getInstance().quoteAsString(cells.get(i), text);
            text.append('"');
        }
        text.append(']');
        return text.toString();
    }

    /**
     * The list of a JSON text.
     *
     * @throws IllegalArgumentException if it is no list of texts
     */
    static List<String> list(String text) {
        List<String> cells = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            boolean list = json.nextToken() == JsonToken.START_ARRAY;
            JsonToken token = list ? json.nextToken() : null;
            while (token == JsonToken.VALUE_STRING) {
                cells.add(json.getText());
                token = json.nextToken();
            }
            if (token == JsonToken.END_ARRAY && json.nextToken() == null) {
                return cells;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("cells must be a JSON list of texts", e);
        }
        throw new IllegalArgumentException("cells must be a JSON list of texts");
    }
}
