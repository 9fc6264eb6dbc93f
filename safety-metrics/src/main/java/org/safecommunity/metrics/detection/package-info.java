/**
 * Detection of a rise in a series of counts from its own past. {@link org.safecommunity.metrics.detection.Ears} needs a week
 * or two of history, {@link org.safecommunity.metrics.detection.Farrington} several years; both give one
 * {@link org.safecommunity.metrics.detection.DetectionPoint} for each point.
 */
@NullMarked
package org.safecommunity.metrics.detection;

import org.jspecify.annotations.NullMarked;
