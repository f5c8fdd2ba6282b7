/** Root of case-query. */
@NullMarked
package org.jalon.query;

import org.jspecify.annotations.NullMarked;
