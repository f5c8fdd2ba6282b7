/**
 * Clients and readers of any event store behind the port {@link org.jalon.history.load.Store}, and
 * the files in which they write down what they do and are told.
 */
@NullMarked
package org.jalon.history.load;

import org.jspecify.annotations.NullMarked;
