/** The program {@code safety}: {@link org.safecommunity.cli.SafetyCli} starts it; one package for each noun. */
@NullMarked
package org.safecommunity.cli;

import org.jspecify.annotations.NullMarked;
