/**
 * The registers of a community, described by data: {@link org.safecommunity.model.register.RegisterCatalogue} holds the kinds
 * with their columns, so that a new register is a file and not a class. A {@link org.safecommunity.model.register.Register}
 * is what a community filled in; {@link org.safecommunity.model.register.EntryCheck} looks at its cells and {@link
 * org.safecommunity.model.register.ProgrammeCheck} follows the chain from diagnosis to review across registers.
 */
@NullMarked
package org.safecommunity.model.register;

import org.jspecify.annotations.NullMarked;
