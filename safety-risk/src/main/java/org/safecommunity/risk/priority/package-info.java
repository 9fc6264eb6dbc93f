/**
 * What a community should do first: Hanlon's priority rating, Pareto's vital few, the observed risk index of injuries, where
 * data and register disagree, Haddon's matrix, and what changes if a weight changes. Entry types:
 * {@link org.safecommunity.risk.priority.HanlonRating}, {@link org.safecommunity.risk.priority.Pareto} and
 * {@link org.safecommunity.risk.priority.InjuryBurden}.
 */
@NullMarked
package org.safecommunity.risk.priority;

import org.jspecify.annotations.NullMarked;
