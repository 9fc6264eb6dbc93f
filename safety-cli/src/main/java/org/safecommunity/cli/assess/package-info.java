/**
 * The commands of assessments: scoring, what is missing, what two assessments differ in. Entry type:
 * {@link org.safecommunity.cli.assess.ScoreCommand}. The points and the decision come from the model.
 */
@NullMarked
package org.safecommunity.cli.assess;

import org.jspecify.annotations.NullMarked;
