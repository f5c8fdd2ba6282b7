/** One row per case, as it stands with everything recorded, to be filtered and listed. */
@NullMarked
package org.jalon.query.caselist;

import org.jspecify.annotations.NullMarked;
