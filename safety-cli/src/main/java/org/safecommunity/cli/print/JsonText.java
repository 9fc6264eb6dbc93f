package org.safecommunity.cli.print;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.Step;

/** Writes the JSON envelope. Numbers are the shortest text that reads back to the same double; never NaN. */
public final class JsonText {
    /** Name and version of the program, as in the provenance. */
    public static final String TOOL = "safety 0.1.0";

    private JsonText() {}

    /** The whole envelope. */
    public static String of(Envelope envelope) {
        return write(json -> {
            json.writeStartObject();
            json.writeStringField("command", envelope.command());
            json.writeArrayFieldStart("results");
            for (ResultRow row : envelope.results()) {
                row(json, row);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("warnings");
            for (Remark warning : envelope.warnings()) {
                remark(json, warning);
            }
            json.writeEndArray();
            provenance(json, envelope.inputs(), envelope.options());
            json.writeEndObject();
        });
    }

    /** Something that writes JSON. */
    public interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** Runs a body and returns what it wrote, indented, with a line feed at the end. */
    public static String write(Body body) {
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentObjectsWith(indenter);
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(printer);
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    /** A value on one line. */
    static String line(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            value(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The provenance object. */
    public static void provenance(
            JsonGenerator json, List<Envelope.InputProvenance> inputs, Map<String, Object> options) throws IOException {
        json.writeObjectFieldStart("provenance");
        json.writeStringField("tool", TOOL);
        json.writeArrayFieldStart("inputs");
        for (Envelope.InputProvenance input : inputs) {
            json.writeStartObject();
            json.writeStringField("path", input.path());
            json.writeStringField("sha256", input.sha256());
            json.writeNumberField("rows", input.rows());
            json.writeNumberField("used", input.used());
            json.writeNumberField("refused", input.refused());
            if (input.filtered() > 0) {
                json.writeNumberField("filtered", input.filtered());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeFieldName("options");
        value(json, options);
        json.writeEndObject();
    }

    /** One row of results. */
    public static void row(JsonGenerator json, ResultRow row) throws IOException {
        json.writeStartObject();
        json.writeFieldName("group");
        value(json, row.group());
        json.writeFieldName("item");
        value(json, row.item());
        json.writeStringField("statistic", row.statistic());
        json.writeFieldName("value");
        value(json, row.value());
        if (!row.unit().isEmpty()) {
            json.writeStringField("unit", row.unit());
        }
        field(json, "standardError", row.standardError());
        if (row.interval() != null) {
            interval(json, row.interval());
        }
        if (row.test() != null) {
            json.writeObjectFieldStart("test");
            json.writeStringField("method", row.test().method());
            field(json, "statistic", row.test().statistic());
            field(json, "df", row.test().df());
            field(json, "pValue", row.test().pValue());
            json.writeEndObject();
        }
        field(json, "n", row.n());
        if (!row.status().isEmpty()) {
            json.writeStringField("status", row.status());
        }
        field(json, "inputs", row.inputs());
        field(json, "details", row.details());
        json.writeArrayFieldStart("warnings");
        for (Remark warning : row.warnings()) {
            remark(json, warning);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("derivation");
        for (Step step : row.derivation()) {
            step(json, step);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A warning. */
    public static void remark(JsonGenerator json, Remark remark) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", remark.code());
        json.writeStringField("message", remark.message());
        json.writeEndObject();
    }

    private static void interval(JsonGenerator json, Interval interval) throws IOException {
        boolean below = Double.isInfinite(interval.lower());
        boolean above = Double.isInfinite(interval.upper());
        json.writeObjectFieldStart("interval");
        json.writeStringField("method", interval.method());
        field(json, "level", interval.level());
        json.writeFieldName("lower");
        value(json, below ? null : (Object) interval.lower());
        json.writeFieldName("upper");
        value(json, above ? null : (Object) interval.upper());
        if (below || above) {
            json.writeStringField("unbounded", below && above ? "both" : below ? "lower" : "upper");
        }
        json.writeEndObject();
    }

    private static void step(JsonGenerator json, Step step) throws IOException {
        json.writeStartObject();
        json.writeStringField("label", step.label());
        field(json, "formula", step.formula());
        field(json, "numbers", step.numbers());
        field(json, "value", step.value());
        field(json, "unit", step.unit());
        field(json, "text", step.text());
        json.writeEndObject();
    }

    /** A field that is left out when its value is null. */
    public static void field(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            value(json, value);
        }
    }

    /** Any value: null, text, number, boolean, list or map. */
    public static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                value(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                value(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Double number) {
            if (number.isNaN() || number.isInfinite()) {
                json.writeNull();
            } else {
                json.writeNumber(NumberText.shortest(number));
            }
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number.toPlainString());
        } else if (value instanceof Long || value instanceof Integer) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(String.valueOf(value));
        }
    }
}
