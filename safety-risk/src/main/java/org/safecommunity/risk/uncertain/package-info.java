/**
 * Ratings that are uncertain or come from several people. Entry types:
 * {@link org.safecommunity.risk.uncertain.UncertainScore} for intervals, expert distributions, triangular ratings and
 * seeded simulation of a product scheme, and {@link org.safecommunity.risk.uncertain.DelphiItem} for the ratings of a panel.
 */
@NullMarked
package org.safecommunity.risk.uncertain;

import org.jspecify.annotations.NullMarked;
