/** The {@code rates} commands: each reads numbers or a file, calls one method of safety-metrics and prints. */
@NullMarked
package org.safecommunity.cli.rates;

import org.jspecify.annotations.NullMarked;
