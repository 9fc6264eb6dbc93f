/**
 * The community that does the work: its profile, its population and what its records cover. Entry type:
 * {@link org.safecommunity.model.programme.Community}. The population is a list of
 * {@link org.safecommunity.model.programme.PopulationCell} by year, sex and age band.
 */
@NullMarked
package org.safecommunity.model.programme;

import org.jspecify.annotations.NullMarked;
