/** What a case is: its stage, its referent, its objectives, folded from its milestones. */
@NullMarked
package org.jalon.query.casefile;

import org.jspecify.annotations.NullMarked;
