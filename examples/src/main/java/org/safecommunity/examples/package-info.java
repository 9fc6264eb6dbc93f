/** Small programs that show the libraries at work, and the generator of the synthetic community. */
@NullMarked
package org.safecommunity.examples;

import org.jspecify.annotations.NullMarked;
