/**
 * The certification procedure of a community: its states, the moves allowed between them, and working days. Entry
 * type: {@link org.safecommunity.model.procedure.ProcedureState}. Periods are data of the scheme and are not held here.
 */
@NullMarked
package org.safecommunity.model.procedure;

import org.jspecify.annotations.NullMarked;
