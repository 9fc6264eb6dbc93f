package org.safecommunity.cli.workspace;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import org.safecommunity.model.validation.Location;

/**
 * A plain value of a document and where it stands, so that what is wrong with it can be a finding with its place while
 * the rest of the document is read.
 *
 * @param text   the value as written; empty where a list or an object stands in its place
 * @param line   line from 1, or 0 when not known
 * @param column column from 1, or 0 when not known
 */
@JsonDeserialize(using = Located.Reader.class)
record Located(String text, int line, int column) {
    /** Where the value stands in a file. */
    Location in(String file) {
        return new Location(file, line, column == 0 ? "" : Integer.toString(column));
    }

    static final class Reader extends JsonDeserializer<Located> {
        @Override
        public Located deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonLocation place = parser.currentTokenLocation();
            String text = "";
            if (parser.currentToken().isScalarValue()) {
                text = parser.getText().strip();
            } else {
                parser.skipChildren();
            }
            return new Located(text, Math.max(0, place.getLineNr()), Math.max(0, place.getColumnNr()));
        }
    }
}
