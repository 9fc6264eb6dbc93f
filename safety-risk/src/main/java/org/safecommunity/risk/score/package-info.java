/**
 * Product methods such as LEC and the LS matrix: scales, bands, colours and boundary policy are data. Entry type:
 * {@link org.safecommunity.risk.score.Scheme}; a result is a {@link org.safecommunity.risk.score.RiskScore}, which names
 * the scheme, its version and its policy. All arithmetic is in exact decimals.
 */
@NullMarked
package org.safecommunity.risk.score;

import org.jspecify.annotations.NullMarked;
