/**
 * Injury surveillance records with the code set each was written in. Entry types:
 * {@link org.safecommunity.model.injury.InjuryRecord} and {@link org.safecommunity.model.injury.CodeSet}; personal
 * details are kept apart in {@link org.safecommunity.model.injury.PersonalDetails}.
 * {@link org.safecommunity.model.injury.InjuryCheck} compares records with a code set and with the rules between fields.
 */
@NullMarked
package org.safecommunity.model.injury;

import org.jspecify.annotations.NullMarked;
