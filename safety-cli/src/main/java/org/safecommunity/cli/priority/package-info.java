/**
 * Priorities of a community: {@code risk prioritise}. Entry type: {@link org.safecommunity.cli.priority.PrioritiseCommand}.
 */
@NullMarked
package org.safecommunity.cli.priority;

import org.jspecify.annotations.NullMarked;
