/**
 * The community that does the work: its profile, its population and what its records cover. Entry type:
 * {@link org.safecommunity.model.programme.Community}.
 */
@NullMarked
package org.safecommunity.model.programme;

import org.jspecify.annotations.NullMarked;
