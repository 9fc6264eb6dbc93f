/**
 * Hidden dangers of work accidents (事故隐患): grading, the five fixes, documents of major ones, the loop of states, and the
 * statistics of a ledger. Entry type: {@link org.safecommunity.risk.danger.HiddenDanger};
 * {@link org.safecommunity.risk.danger.DangerStatistics} counts a ledger and
 * {@link org.safecommunity.risk.danger.DangerCheck} says what an entry lacks. No clock is read: the day is passed in.
 */
@NullMarked
package org.safecommunity.risk.danger;

import org.jspecify.annotations.NullMarked;
