/**
 * The registers of a community: hazards, and the risk points they belong to. Entry type:
 * {@link org.safecommunity.risk.register.HazardEntry}, one hazard with its classes, controls and three ratings;
 * {@link org.safecommunity.risk.register.HazardCheck} says what it lacks and
 * {@link org.safecommunity.risk.register.HazardRanking} orders a register.
 * {@link org.safecommunity.risk.register.RiskEntry} is the shorter form of a hazard, with its current score alone.
 * {@link org.safecommunity.risk.register.RegisterForm} holds the columns of the files, hidden dangers among them.
 */
@NullMarked
package org.safecommunity.risk.register;

import org.jspecify.annotations.NullMarked;
