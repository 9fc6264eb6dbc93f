/**
 * The risk register of a community. Entry type: {@link org.safecommunity.risk.register.RiskEntry}, one hazard with the
 * score it has now.
 */
@NullMarked
package org.safecommunity.risk.register;

import org.jspecify.annotations.NullMarked;
