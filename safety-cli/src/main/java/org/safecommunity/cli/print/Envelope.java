package org.safecommunity.cli.print;

import java.util.List;
import java.util.Map;

/**
 * What a command has to say, before it is written in a format.
 *
 * @param command  command words, e.g. {@code rates crude}
 * @param results  rows in order
 * @param warnings warnings about the run as a whole
 * @param inputs   files read
 * @param options  options in force
 */
public record Envelope(
        String command,
        List<ResultRow> results,
        List<Remark> warnings,
        List<InputProvenance> inputs,
        Map<String, Object> options) {

    /**
     * A file that was read.
     *
     * @param path    path as given
     * @param sha256  checksum of the bytes
     * @param rows    data rows in the file
     * @param used    rows that were used
     * @param refused rows that were refused
     * @param filtered rows that a filter left out; rows = used + refused + filtered
     */
    public record InputProvenance(String path, String sha256, long rows, long used, long refused, long filtered) {}
}
