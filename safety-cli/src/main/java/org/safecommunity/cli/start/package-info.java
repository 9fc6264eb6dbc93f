/** Begins a workspace: {@code init} writes one from the kinds of registers, {@code schema} shows the form of a document. */
@NullMarked
package org.safecommunity.cli.start;

import org.jspecify.annotations.NullMarked;
