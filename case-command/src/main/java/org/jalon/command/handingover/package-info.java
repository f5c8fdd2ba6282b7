/**
 * A case goes from one referent to another who agrees: {@code ProposeHandOver -> HandOverProposed},
 * then {@code AcceptHandOver -> ReferentChanged}, {@code DeclineHandOver -> HandOverDeclined} or
 * {@code WithdrawHandOver -> HandOverWithdrawn}.
 */
@NullMarked
package org.jalon.command.handingover;

import org.jspecify.annotations.NullMarked;
