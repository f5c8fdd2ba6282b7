/** What was done for the household: {@code RecordIntervention -> InterventionRecorded}. */
@NullMarked
package org.jalon.command.intervening;

import org.jspecify.annotations.NullMarked;
