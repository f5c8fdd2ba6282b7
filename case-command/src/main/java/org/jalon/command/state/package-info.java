/** What deciders know of cases and posts, folded from facts. Pure. */
@NullMarked
package org.jalon.command.state;

import org.jspecify.annotations.NullMarked;
