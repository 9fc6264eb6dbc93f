/**
 * Files on their way in. {@link org.safecommunity.cli.read.InputFile} knows checksum, charset and sheet,
 * {@link org.safecommunity.cli.read.TableReader} streams its rows, of text or of a workbook,
 * {@link org.safecommunity.cli.read.RowFindings} counts what was used and refused. Memory does not grow with the number
 * of rows; of a workbook the distinct texts are kept.
 */
@NullMarked
package org.safecommunity.cli.read;

import org.jspecify.annotations.NullMarked;
