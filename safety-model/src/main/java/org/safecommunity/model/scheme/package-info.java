/**
 * Assessment schemes as data: the scoring rule and the parameters of the procedure. Entry type:
 * {@link org.safecommunity.model.scheme.Scheme}. A scheme names a catalogue but does not hold it.
 */
@NullMarked
package org.safecommunity.model.scheme;

import org.jspecify.annotations.NullMarked;
