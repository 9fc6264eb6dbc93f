/**
 * The report of a workspace: {@link org.safecommunity.cli.report.ReportBuilder} turns what was read into sections of
 * rows, {@code HtmlReport} and {@code JsonReport} write the same sections, {@code Charts} draws the pictures.
 */
@NullMarked
package org.safecommunity.cli.report;

import org.jspecify.annotations.NullMarked;
