/** What a rule is made of: intent, boundary, state, decision. Pure. */
@NullMarked
package org.jalon.command.decision;

import org.jspecify.annotations.NullMarked;
