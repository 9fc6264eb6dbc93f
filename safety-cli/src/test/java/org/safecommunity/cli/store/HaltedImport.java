package org.safecommunity.cli.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.workspace.TableIntake;
import org.safecommunity.cli.workspace.Workspace;

/** Takes a workspace into a store and halts the JVM at a row: nothing is closed, no hook runs. */
final class HaltedImport {
    /** Exit code of the halted process. */
    static final int CODE = 86;

    private HaltedImport() {}

    /** Arguments: store, folder, kind of the table, rows after which to halt. */
    public static void main(String[] arguments) {
        int last = Integer.parseInt(arguments[3]);
        StoreFile store = StoreFile.forWriting(Path.of(arguments[0]), 10);
        StoreIntake intake = new StoreIntake(store, Clock.systemUTC(), false, Set.of());
        TableIntake halting = new TableIntake() {
            @Override
            public void document(InputFile file) {
                intake.document(file);
            }

            @Override
            public @Nullable Rows begin(Source source) {
                Rows rows = intake.begin(source);
                return rows == null || !source.kind().equals(arguments[2]) ? rows : new HaltingRows(rows, last);
            }
        };
        Workspace.take(Path.of(arguments[1]), new CommonOptions(), Workspace.today(), halting);
        store.close();
    }

    private static final class HaltingRows implements TableIntake.Rows {
        private final TableIntake.Rows rows;
        private final int last;
        private int seen;

        HaltingRows(TableIntake.Rows rows, int last) {
            this.rows = rows;
            this.last = last;
        }

        @Override
        public void row(TableReader.Row row) {
            rows.row(row);
            seen++;
            if (seen == last) {
                Runtime.getRuntime().halt(CODE);
            }
        }

        @Override
        public void end() {
            rows.end();
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
