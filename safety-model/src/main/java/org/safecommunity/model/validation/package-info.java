/**
 * What is wrong with a document, where, and what to do. Entry type:
 * {@link org.safecommunity.model.validation.Finding}. Faults between the parts of a value are collected in an
 * {@link org.safecommunity.model.validation.InvalidDataException}; {@link org.safecommunity.model.validation.DataFile}
 * reads a data file and lists everything that is wrong in it.
 */
@NullMarked
package org.safecommunity.model.validation;

import org.jspecify.annotations.NullMarked;
