/** Answers questions about cases; the one place where what is sealed is opened. */
@NullMarked
package org.jalon.query.http;

import org.jspecify.annotations.NullMarked;
