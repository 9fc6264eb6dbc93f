/**
 * Accident records of the four domains of article 20 and their grades. Entry types:
 * {@link org.safecommunity.model.accident.AccidentRecord} and {@link org.safecommunity.model.accident.GradeScheme}.
 */
@NullMarked
package org.safecommunity.model.accident;

import org.jspecify.annotations.NullMarked;
