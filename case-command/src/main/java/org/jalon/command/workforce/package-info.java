/**
 * Territories, teams, posts and who holds them: {@code CreateTerritory}, {@code CreateTeam}, {@code
 * OpenPost}, {@code FillPost}, {@code ChangeWorkingTime}, {@code VacatePost}, {@code ClosePost}.
 */
@NullMarked
package org.jalon.command.workforce;

import org.jspecify.annotations.NullMarked;
