/**
 * Values that the whole model shares. {@link org.safecommunity.model.LocalText} is a text in English and Chinese,
 * {@link org.safecommunity.model.EventDate} a date known to the day, month or year.
 */
@NullMarked
package org.safecommunity.model;

import org.jspecify.annotations.NullMarked;
