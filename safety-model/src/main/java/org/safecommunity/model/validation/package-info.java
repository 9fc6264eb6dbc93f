/**
 * What is wrong with a document, where, and what to do. Entry type:
 * {@link org.safecommunity.model.validation.Finding}.
 */
@NullMarked
package org.safecommunity.model.validation;

import org.jspecify.annotations.NullMarked;
