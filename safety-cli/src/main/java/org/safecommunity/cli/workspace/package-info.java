/**
 * The folder of a community: {@code community.yaml} and the files it names. Entry type:
 * {@link org.safecommunity.cli.workspace.Workspace}; what is wrong comes back as findings, the rest is read.
 */
@NullMarked
package org.safecommunity.cli.workspace;

import org.jspecify.annotations.NullMarked;
