/**
 * Files on their way in. {@link org.safecommunity.cli.read.InputFile} knows checksum and charset,
 * {@link org.safecommunity.cli.read.TableReader} streams its rows, {@link org.safecommunity.cli.read.RowFindings} counts
 * what was used and refused. Memory does not grow with the number of rows.
 */
@NullMarked
package org.safecommunity.cli.read;

import org.jspecify.annotations.NullMarked;
