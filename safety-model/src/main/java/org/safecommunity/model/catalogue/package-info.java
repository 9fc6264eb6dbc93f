/**
 * Indicator catalogues as data: what an assessment asks, each row with its requirements, points and provenance. Entry
 * type: {@link org.safecommunity.model.catalogue.Catalogue}. How points and decisions are made is the scheme's part; the
 * two are combined by name.
 */
@NullMarked
package org.safecommunity.model.catalogue;

import org.jspecify.annotations.NullMarked;
