/**
 * Work-accident indicators by published schemes: GB 6441, OSHA, ILO, ANSI Z16.1, the indicators of the yearly communiques and
 * the loss indicators of GB 6721. {@link org.safecommunity.metrics.work.WorkScheme} is the entry type: it computes every
 * {@link org.safecommunity.metrics.work.WorkRate} whose {@link org.safecommunity.metrics.work.WorkQuantities quantities} are
 * given. The formulas are data ({@code work-indicators.csv}) and can be replaced.
 */
@NullMarked
package org.safecommunity.metrics.work;

import org.jspecify.annotations.NullMarked;
