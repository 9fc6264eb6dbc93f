package org.safecommunity.cli.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.workspace.TableIntake;

/** Takes the rows of one table in the transaction that its intake began. */
final class RowIntake implements TableIntake.Rows {
    private static final String SURVEY = "survey";

    private final StoreIntake intake;
    private final TableIntake.Source source;
    private final boolean complete;
    private final @Nullable JournalEntry before;
    private final boolean again;
    private final Handle handle;
    private final Layout layout;
    private final List<Integer> open;
    private final List<Integer> personal;
    private final RecordKey keys;
    private final RecordHash hashes;
    private final RowBatch batch;
    private boolean ended;

    RowIntake(StoreIntake intake, TableIntake.Source source, boolean complete, @Nullable JournalEntry before) {
        this.intake = intake;
        this.source = source;
        this.complete = complete;
        this.before = before;
        this.again = before != null && (!complete || intake.isLast(before));
        this.handle = intake.store().handle();
        this.layout = Layout.of(source, intake.personal());
        this.open = layout.positions(false);
        this.personal = layout.positions(true);
        this.keys = RecordKey.of(source);
        this.hashes = new RecordHash(source.kind(), source.codeSet(), layout);
        this.batch = new RowBatch(handle, this::keyUsedTwice);
    }

    @Override
    public void row(TableReader.Row row) {
        RowBatch.Pending pending = pending(row, keys.next(row));
        StoreFault.run(intake.store().name(), () -> batch.add(pending));
    }

    private RowBatch.Pending pending(TableReader.Row row, String key) {
        List<String> cells = row.cells();
        String hidden = personal.stream().allMatch(i -> cells.get(i).isEmpty()) ? null : text(cells, personal);
        return new RowBatch.Pending(row, key, Blob.of(hashes.of(key, cells)), text(cells, open), hidden);
    }

    private static String text(List<String> cells, List<Integer> positions) {
        return CellText.of(positions.stream().map(cells::get).toList());
    }

    /** A key that an earlier row of the file has: the answers of a survey are kept all the same, other rows refused. */
    private void keyUsedTwice(RowBatch.Pending row) {
        int line = row.row().line();
        if (source.kind().equals(SURVEY)) {
            batch.add(pending(row.row(), row.key() + "#" + line));
        } else {
            String column = source.header().get(keys.column());
            source.findings().refuse("duplicate-id", line, column, SafeEcho.of(row.key()));
        }
    }

    @Override
    public void end() {
        StoreFault.run(intake.store().name(), () -> {
            batch.flush();
            ImportOutcome outcome = merge();
            boolean nothing = again
                    && outcome.entry().added()
                                    + outcome.entry().changed()
                                    + outcome.entry().withdrawn()
                            == 0;
            if (nothing && before != null) {
                intake.rollBack();
                intake.done(new ImportOutcome(before, true));
            } else {
                handle.commit();
                intake.done(outcome);
            }
            ended = true;
        });
    }

    private ImportOutcome merge() {
        InputFile file = source.file();
        RowFindings findings = source.findings();
        long horizon = intake.journal().horizon(source.kind());
        String at = intake.now();
        long id = intake.journal().begin(source.kind(), file.name(), file.sha256(), source.codeSet(), at, complete);
        Merge.Counts counts = new Merge(handle, source.kind(), id, layoutId())
                .run(findings.used(), before != null && !complete, horizon, complete);
        JournalEntry entry = new JournalEntry(
                id,
                source.kind(),
                file.name(),
                file.sha256(),
                source.codeSet(),
                at,
                complete,
                findings.rows(),
                findings.used(),
                findings.refused(),
                counts.added(),
                counts.changed(),
                counts.unchanged(),
                counts.withdrawn(),
                counts.digest(),
                "");
        intake.journal().end(entry);
        new StoredFindings(handle).keep(id, findings);
        return new ImportOutcome(entry, false);
    }

    private long layoutId() {
        String columns = layout.text();
        handle.createUpdate(Sql.of("layout-add"))
                .bind("kind", source.kind())
                .bind("columns", columns)
                .execute();
        return handle.createQuery("SELECT id FROM layout WHERE kind = :kind AND columns = :columns")
                .bind("kind", source.kind())
                .bind("columns", columns)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void close() {
        batch.close();
        if (!ended) {
            intake.rollBack();
        }
    }
}
