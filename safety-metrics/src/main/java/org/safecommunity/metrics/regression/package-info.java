/**
 * Regression for counts and for plain numbers. {@link org.safecommunity.metrics.regression.CountModel} fits log-linear
 * models with person-time (Poisson, quasi-Poisson, negative binomial) and
 * {@link org.safecommunity.metrics.regression.LinearModel} fits least squares, both to a
 * {@link org.safecommunity.metrics.regression.Design} with named columns and both by Householder QR, never by normal
 * equations. A {@link org.safecommunity.metrics.regression.LinearCombination} of the coefficients, with the covariance of
 * a {@link org.safecommunity.metrics.regression.CovarianceForm}, becomes a result as an
 * {@link org.safecommunity.metrics.regression.Effect}.
 */
@NullMarked
package org.safecommunity.metrics.regression;

import org.jspecify.annotations.NullMarked;
