/** How facts are stored: names and versions, JSON, sealed boxes and their keys. */
@NullMarked
package org.jalon.kernel.wire;

import org.jspecify.annotations.NullMarked;
