/**
 * Argument checks and the reader of the bundled data files. Not API.
 */
@NullMarked
package org.safecommunity.model.internal;

import org.jspecify.annotations.NullMarked;
