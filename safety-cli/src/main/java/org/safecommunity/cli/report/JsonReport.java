package org.safecommunity.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safecommunity.cli.print.JsonText;
import org.safecommunity.cli.print.ResultRow;

/** Writes a report as data: the same sections, each table with its rows. */
final class JsonReport {
    private JsonReport() {}

    static String of(Report report) {
        return JsonText.write(json -> {
            json.writeStartObject();
            json.writeStringField("command", "report");
            json.writeStringField("title", report.title());
            json.writeStringField("date", report.date().toString());
            JsonText.field(json, "notice", report.notice());
            JsonText.field(json, "summary", report.summary());
            json.writeArrayFieldStart("sections");
            for (Report.Section section : report.sections()) {
                section(json, section);
            }
            json.writeEndArray();
            Map<String, Object> options = new LinkedHashMap<>();
            options.put("level", 0.95);
            options.put("date", report.date().toString());
            if (report.suppressBelow() > 0) {
                options.put("suppressBelow", report.suppressBelow());
            }
            JsonText.provenance(json, report.inputs(), options);
            json.writeEndObject();
        });
    }

    private static void section(JsonGenerator json, Report.Section section) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", section.id());
        json.writeStringField("title", section.title());
        json.writeArrayFieldStart("notes");
        for (Report.Block block : section.blocks()) {
            if (block instanceof Report.Paragraph paragraph) {
                json.writeString(paragraph.text());
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("tables");
        for (Report.Block block : section.blocks()) {
            if (block instanceof Report.Table table) {
                table(json, table);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void table(JsonGenerator json, Report.Table table) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", table.id());
        json.writeStringField("title", table.title());
        json.writeArrayFieldStart("results");
        for (ResultRow row : table.rows()) {
            JsonText.row(json, row);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
