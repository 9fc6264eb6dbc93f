package org.safecommunity.cli.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Rows of another source, read by a thread of its own while the rows before them are worked on. A few batches of bounded
 * size wait at most; rows come in the same order, and a failure of the source comes where its row would have come.
 */
final class ReadAhead implements RowSource {
    private static final int BATCHES = 4;
    private static final int ROWS = 1024;
    private static final int CHARACTERS = 1 << 18;

    private final RowSource source;
    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(BATCHES);
    private final Thread reader;
    private Batch current = new Batch(List.of(), null, false);
    private int next;

    /** Some rows; after the last of them the failure, or the end. */
    private record Batch(List<RawRow> rows, @Nullable Throwable failure, boolean end) {}

    ReadAhead(RowSource source) {
        this.source = source;
        this.reader = new Thread(this::read, "read-ahead");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public @Nullable RawRow next() {
        while (next == current.rows().size()) {
            Throwable failure = current.failure();
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            if (current.end()) {
                return null;
            }
            current = take();
            next = 0;
        }
        return current.rows().get(next++);
    }

    @Override
    public void close() throws IOException {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        source.close();
    }

    private Batch take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Batch(List.of(), null, true);
        }
    }

    private void read() {
        try {
            boolean end = false;
            while (!end) {
                Batch batch = batch();
                end = batch.end() || batch.failure() != null;
                queue.put(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed before the end
        }
    }

    private Batch batch() {
        List<RawRow> rows = new ArrayList<>(ROWS);
        int characters = 0;
        try {
            while (rows.size() < ROWS && characters < CHARACTERS) {
                RawRow row = source.next();
                if (row == null) {
                    return new Batch(rows, null, true);
                }
                rows.add(row);
                for (String cell : row.cells()) {
                    characters += cell.length();
                }
            }
        } catch (RuntimeException | Error e) {
            return new Batch(rows, e, false);
        }
        return new Batch(rows, null, false);
    }
}
