/** What runs over several processes, with kills. */
@NullMarked
package org.jalon.cluster;

import org.jspecify.annotations.NullMarked;
