/** The published language: the values that every service speaks in. */
@NullMarked
package org.jalon.kernel;

import org.jspecify.annotations.NullMarked;
