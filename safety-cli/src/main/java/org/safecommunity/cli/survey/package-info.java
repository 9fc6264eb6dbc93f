/**
 * The commands of survey statistics. {@link org.safecommunity.cli.survey.SurveyScan} reads a file once into a design and
 * sums by domain; a command turns these into rows.
 */
@NullMarked
package org.safecommunity.cli.survey;

import org.jspecify.annotations.NullMarked;
