/**
 * History from elsewhere enters the record as it was: {@code ImportProgramme -> ProgrammeDefined},
 * {@code ImportTrace -> CaseOpened ... CaseClosed}, {@code ImportPost -> PostOpened, PostFilled
 * ...}
 */
@NullMarked
package org.jalon.command.takingover;

import org.jspecify.annotations.NullMarked;
