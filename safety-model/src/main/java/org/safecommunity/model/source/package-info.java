/**
 * Where a fact comes from and how sure it is. Entry type: {@link org.safecommunity.model.source.Provenance}. A fact is
 * found in a document, recalled, or derived; only a found one counts as confirmed.
 */
@NullMarked
package org.safecommunity.model.source;

import org.jspecify.annotations.NullMarked;
