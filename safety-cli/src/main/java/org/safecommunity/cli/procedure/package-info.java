/**
 * The certification procedure of a workspace as it stands on a day: conditions of an application, due dates, grounds of
 * revocation, each with what the workspace shows for it. Entry type:
 * {@link org.safecommunity.cli.procedure.ProcedureView}.
 */
@NullMarked
package org.safecommunity.cli.procedure;

import org.jspecify.annotations.NullMarked;
