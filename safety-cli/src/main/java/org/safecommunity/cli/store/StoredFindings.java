package org.safecommunity.cli.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/** The findings that refused rows of an import. */
final class StoredFindings {
    private final Handle handle;

    StoredFindings(Handle handle) {
        this.handle = handle;
    }

    /** Keeps the findings of an import. */
    void keep(long importId, RowFindings findings) {
        List<Finding> refusals = findings.refusals();
        if (refusals.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(Sql.of("finding-add"))) {
            for (int i = 0; i < refusals.size(); i++) {
                Finding finding = refusals.get(i);
                batch.bind("import", importId)
                        .bind("position", i)
                        .bind("code", finding.code())
                        .bind("severity", finding.severity().name())
                        .bind("file", finding.location().file())
                        .bind("line", finding.location().line())
                        .bind("place", finding.location().column())
                        .bind("messageEn", finding.message().en())
                        .bind("messageZh", finding.message().zh())
                        .bind("hintEn", finding.hint().en())
                        .bind("hintZh", finding.hint().zh())
                        .add();
            }
            batch.execute();
        }
        findings.refusalCounts().forEach((code, number) -> handle.createUpdate(Sql.of("finding-count-add"))
                .bind("import", importId)
                .bind("code", code)
                .bind("number", number)
                .execute());
    }

    /** Adds the findings of an import to others. */
    void recall(JournalEntry entry, RowFindings into) {
        if (entry.refused() == 0) {
            return;
        }
        List<Finding> findings = handle.createQuery("SELECT * FROM finding WHERE import = :import ORDER BY position")
                .bind("import", entry.id())
                .map((row, context) -> new Finding(
                        row.getString("code"),
                        Severity.valueOf(row.getString("severity")),
                        new Location(row.getString("file"), row.getInt("line"), row.getString("place")),
                        new LocalText(row.getString("message_en"), row.getString("message_zh")),
                        new LocalText(row.getString("hint_en"), row.getString("hint_zh"))))
                .list();
        Map<String, Long> counts = new LinkedHashMap<>();
        handle.createQuery("SELECT code, number FROM finding_count WHERE import = :import ORDER BY code")
                .bind("import", entry.id())
                .map((row, context) -> Map.entry(row.getString("code"), row.getLong("number")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        into.recall(entry.refused(), findings, counts);
    }
}
