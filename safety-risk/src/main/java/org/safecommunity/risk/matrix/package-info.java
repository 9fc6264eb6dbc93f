/**
 * Risk matrices as data, and checks of whether a matrix is fit to be used. Entry type:
 * {@link org.safecommunity.risk.matrix.RiskMatrix}; {@link org.safecommunity.risk.matrix.MatrixQuality} judges one by the
 * axioms of Cox and computes how often it orders two risks rightly.
 */
@NullMarked
package org.safecommunity.risk.matrix;

import org.jspecify.annotations.NullMarked;
