/**
 * Worksheets of risk analysis and inspection lists as data. {@link org.safecommunity.risk.worksheet.Worksheet} names the
 * fields of a job hazard analysis, a checklist analysis, a preliminary hazard analysis, a what-if analysis and a bow-tie,
 * each with its provenance; {@link org.safecommunity.risk.worksheet.BowTie} computes the frequencies of a bow-tie;
 * {@link org.safecommunity.risk.worksheet.InspectionList} holds the questions for small premises and villages, and
 * {@link org.safecommunity.risk.worksheet.Inspection} the answers of one visit.
 */
@NullMarked
package org.safecommunity.risk.worksheet;

import org.jspecify.annotations.NullMarked;
