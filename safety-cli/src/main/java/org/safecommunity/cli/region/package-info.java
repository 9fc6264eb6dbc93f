/** The {@code region} command: the workspaces of many communities rolled up. {@link RegionCommand} is the entry. */
@NullMarked
package org.safecommunity.cli.region;

import org.jspecify.annotations.NullMarked;
