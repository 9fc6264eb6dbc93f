/**
 * Capture–recapture: how many persons or events two incomplete lists miss.
 * {@link org.safecommunity.metrics.capture.ChapmanEstimate} is the entry type; it estimates the total from two lists and
 * their matches, and the completeness of each list.
 */
@NullMarked
package org.safecommunity.metrics.capture;

import org.jspecify.annotations.NullMarked;
