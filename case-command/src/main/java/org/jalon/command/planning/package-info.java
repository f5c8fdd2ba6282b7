/** How long it should take: {@code PlanDuration -> DurationPlanned}. */
@NullMarked
package org.jalon.command.planning;

import org.jspecify.annotations.NullMarked;
