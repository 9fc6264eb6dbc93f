/**
 * Hazard registers, risk-point ledgers and hidden-danger ledgers: {@code risk register}. Entry type:
 * {@link org.safecommunity.cli.register.RegisterFiles}, the registers of a workspace or of one file, read.
 */
@NullMarked
package org.safecommunity.cli.register;

import org.jspecify.annotations.NullMarked;
