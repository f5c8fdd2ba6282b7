package org.jalon.command.importing;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * One event of a trace, as written.
 *
 * @param line from 1
 * @param instance {@code concept:instance}
 * @param name {@code concept:name}, the act
 * @param resource {@code org:resource}, who did it
 * @param timestamp {@code time:timestamp}, with the offset of the file
 * @param ordinal from 0 among the equals of its trace: events of the same instance or, without
 *     instance, of the same name, resource and timestamp
 */
public record XesRecord(
    long line,
    Optional<String> instance,
    Optional<String> name,
    Optional<String> resource,
    OffsetDateTime timestamp,
    int ordinal) {}
