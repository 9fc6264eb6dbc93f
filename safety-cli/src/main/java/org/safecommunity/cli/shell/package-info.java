/**
 * The frame every command runs in: exit codes ({@link org.safecommunity.cli.shell.ExitCode}), errors of the user
 * ({@link org.safecommunity.cli.shell.UserError}), texts in two languages and the options all commands share.
 */
@NullMarked
package org.safecommunity.cli.shell;

import org.jspecify.annotations.NullMarked;
