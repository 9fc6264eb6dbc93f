/**
 * The assessment engine: grades of a catalogue's indicators become points and a decision by the rule of a scheme. Entry
 * type: {@link org.safecommunity.model.assessment.Scoring}. All points are exact decimals.
 */
@NullMarked
package org.safecommunity.model.assessment;

import org.jspecify.annotations.NullMarked;
