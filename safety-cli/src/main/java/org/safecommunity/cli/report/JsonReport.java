package org.safecommunity.cli.report;

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
            JsonText.field(json, "notice", report.notice());
            JsonText.field(json, "summary", report.summary());
            json.writeArrayFieldStart("sections");
            for (Report.Section section : report.sections()) {
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
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            JsonText.provenance(json, report.inputs(), java.util.Map.of("level", 0.95));
            json.writeEndObject();
        });
    }
}
