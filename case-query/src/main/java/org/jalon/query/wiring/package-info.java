/** Introduces the parts of case-query to each other. */
@NullMarked
package org.jalon.query.wiring;

import org.jspecify.annotations.NullMarked;
