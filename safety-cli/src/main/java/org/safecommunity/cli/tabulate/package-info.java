/**
 * The command that turns a register into counts by stratum. {@link org.safecommunity.cli.tabulate.TabulateCommand} reads
 * the file once: each cell becomes a label of its {@link org.safecommunity.cli.tabulate.Dimension}, and a
 * {@link org.safecommunity.cli.tabulate.CellCounter} adds up the rows of equal labels. Memory grows with the number of
 * cells of the table, not with the rows of the file. Counters can be merged in any order with the same outcome, so parts
 * of a file may be counted apart.
 */
@NullMarked
package org.safecommunity.cli.tabulate;

import org.jspecify.annotations.NullMarked;
