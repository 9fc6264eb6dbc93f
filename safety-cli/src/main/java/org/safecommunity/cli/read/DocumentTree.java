package org.safecommunity.cli.read;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.safecommunity.cli.shell.UserError;

/** A YAML or JSON document as a tree that keeps every value as it is written. */
public final class DocumentTree {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DocumentTree() {}

    /**
     * Reads a document.
     *
     * @throws UserError (exit 3) if its form or size is not as it must be
     */
    public static JsonNode read(InputFile file) {
        try (DocumentParser parser = DocumentParser.open(file)) {
            try {
                if (parser.nextToken() == null) {
                    throw UserError.input("error.document-empty", file.name());
                }
                JsonNode tree = node(parser);
                if (parser.nextToken() != null) {
                    throw UserError.input("error.document-more", file.name());
                }
                return tree;
            } catch (IOException e) {
                throw parser.fault(e);
            }
        } catch (IOException e) {
            throw UserError.input("error.read", file.name(), String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode node(DocumentParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            ObjectNode object = NODES.objectNode();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                object.set(key, node(parser));
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            ArrayNode array = NODES.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(node(parser));
            }
            return array;
        }
        if (token == JsonToken.VALUE_NULL) {
            return NODES.nullNode();
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return NODES.booleanNode(token == JsonToken.VALUE_TRUE);
        }
        String text = parser.getText();
        boolean number = token.isNumeric() && NUMBER.matcher(text).matches();
        return number ? DecimalNode.valueOf(new BigDecimal(text)) : NODES.textNode(text);
    }
}
