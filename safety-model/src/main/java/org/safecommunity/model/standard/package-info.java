/**
 * The standard AQ/T 9001-2006 as data: 12 elements with their requirements and the provenance of each. Entry type:
 * {@link org.safecommunity.model.standard.Standard}. The texts are paraphrases; rows that were recalled or derived are
 * not confirmed.
 */
@NullMarked
package org.safecommunity.model.standard;

import org.jspecify.annotations.NullMarked;
