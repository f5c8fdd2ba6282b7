/**
 * What is aimed at and how far it was reached: {@code SetObjective -> ObjectiveSet}, {@code
 * EvaluateObjective -> ObjectiveEvaluated}.
 */
@NullMarked
package org.jalon.command.objectives;

import org.jspecify.annotations.NullMarked;
