/**
 * Worksheets of risk analysis and inspection lists, filled in and scored. {@link
 * org.safecommunity.cli.worksheet.WorksheetCommand} reads the worksheets, {@link
 * org.safecommunity.cli.worksheet.InspectCommand} the lists. Both print a template to fill in.
 */
@NullMarked
package org.safecommunity.cli.worksheet;

import org.jspecify.annotations.NullMarked;
