/**
 * Estimates from samples drawn by strata, clusters and unequal weights. {@link org.safecommunity.metrics.survey.SurveyDesign}
 * holds the design, {@link org.safecommunity.metrics.survey.SurveySums} collects what a scan of the data gives, and
 * {@link org.safecommunity.metrics.survey.SurveyEstimates} turns it into means, totals, ratios and proportions with
 * design-based standard errors. Memory grows with clusters and domains, not with respondents.
 */
@NullMarked
package org.safecommunity.metrics.survey;

import org.jspecify.annotations.NullMarked;
