/**
 * Drawing a probability sample from a list of the population, and sharing a sample out among strata. Start from {@link
 * org.safecommunity.metrics.sampling.SampleDraw} or {@link org.safecommunity.metrics.sampling.Allocation}. Every drawn unit has
 * its probability of selection; the random numbers come from an algorithm that is written out here, so that a seed gives the
 * same sample on every machine.
 */
@NullMarked
package org.safecommunity.metrics.sampling;

import org.jspecify.annotations.NullMarked;
