/**
 * The textbook entries of the methods: what each is, when to use it and when not, formula, worked example and source.
 * {@link org.safecommunity.metrics.method.MethodEntry} is the entry type; the texts are data files, one for each method,
 * listed in {@code methods.csv}.
 */
@NullMarked
package org.safecommunity.metrics.method;

import org.jspecify.annotations.NullMarked;
