package org.jalon.command.takingover;

import java.util.UUID;
import org.jalon.kernel.event.ProgrammeDefined;

/**
 * A programme that an import names.
 *
 * @param definition recorded if there is no programme of its id
 * @param commandId the same in every import
 */
public record ImportProgramme(ProgrammeDefined definition, UUID commandId) {}
