package org.safecommunity.cli.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFilter;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.shell.UserError;

/**
 * A register that was read.
 *
 * @param file       name of the file
 * @param rows       entries with the lines they stand on
 * @param findings   what was wrong with cells
 * @param provenance file with checksum and counts
 * @param remarks    warnings of the reading
 */
public record RegisterRows<T>(
        String file, List<Located<T>> rows, RowFindings findings, InputProvenance provenance, List<Remark> remarks) {
    /** An entry and the line it stands on. */
    public record Located<T>(int line, T value) {}

    /** Copies the lists. */
    public RegisterRows {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    static <T> RegisterRows<T> of(
            InputFile input, List<Located<T>> rows, RowFindings findings, RowFilter filter, Locale locale) {
        List<Remark> remarks = new ArrayList<>(input.remarks(locale));
        remarks.addAll(findings.remarks(locale));
        remarks.addAll(filter.remarks(locale));
        return new RegisterRows<>(input.name(), rows, findings, findings.provenance(input), remarks);
    }

    /** The entries. */
    public List<T> values() {
        return rows.stream().map(Located::value).toList();
    }

    /**
     * Ends the command where no row can be used.
     *
     * @throws UserError (exit 3) with the first remark
     */
    RegisterRows<T> filled() {
        if (rows.isEmpty()) {
            String first = remarks.isEmpty() ? "" : " " + remarks.get(0).message();
            throw UserError.input("error.no-row", file, findings.rows(), findings.refused(), first);
        }
        return this;
    }
}
