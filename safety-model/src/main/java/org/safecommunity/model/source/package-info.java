/**
 * Where a fact comes from and how sure it is. Entry type: {@link org.safecommunity.model.source.Provenance}.
 */
@NullMarked
package org.safecommunity.model.source;

import org.jspecify.annotations.NullMarked;
