/**
 * Agreement between raters: Cohen's kappa and its weighted forms, Fleiss' kappa, Krippendorff's alpha, Kendall's W and the
 * intraclass correlations. Each method is a class of its own that takes a
 * {@link org.safecommunity.metrics.agreement.RatingTable} (or counts) and returns an
 * {@link org.safecommunity.metrics.agreement.Agreement}.
 */
@NullMarked
package org.safecommunity.metrics.agreement;

import org.jspecify.annotations.NullMarked;
