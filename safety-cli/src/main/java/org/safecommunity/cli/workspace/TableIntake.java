package org.safecommunity.cli.workspace;

import java.io.Closeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.TableReader;

/** Takes what the readers of a workspace can use, while they read: documents, and the rows that are not refused. */
public interface TableIntake {
    /** Takes a document, such as {@code community.yaml}. */
    void document(InputFile file);

    /**
     * Begins with a table.
     *
     * @return what takes its rows; null when the table is known already and need not be read
     */
    @Nullable
    Rows begin(Source source);

    /**
     * A table that is about to be read.
     *
     * @param kind     its kind, e.g. {@code injuries}, {@code goals}
     * @param idColumn name of the column whose cells tell its records apart; empty when several do
     * @param file     the file
     * @param header   headings of the file
     * @param columns  position of each column that the kind knows, by its own name
     * @param codeSet  id of the code set of its codes, or empty
     * @param findings what refuses rows, and counts them
     */
    record Source(
            String kind,
            String idColumn,
            InputFile file,
            List<String> header,
            Map<String, Integer> columns,
            String codeSet,
            RowFindings findings) {}

    /** Takes the rows of one table. Closed before its end was told, it forgets them all. */
    interface Rows extends Closeable {
        /** Takes a row that is used. */
        void row(TableReader.Row row);

        /** Is told that there are no more rows. */
        void end();

        @Override
        void close();
    }
}
