package org.jalon.command.wiring;

import org.jalon.command.decision.Intent;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to its decision.
 *
 * @param confidential whether the body may hold text about people: its fingerprint is then keyed
 *     from the secret of the case that the facts are about
 * @param body what a repeat of the same command id is compared with
 * @param dryRun decide and record nothing
 * @param correlationId of the undertaking it belongs to
 * @param provenance where imported facts come from
 */
public record Request<C>(
    CommandKind<C> kind,
    Intent<C> intent,
    boolean confidential,
    byte[] body,
    boolean dryRun,
    @Nullable String correlationId,
    @Nullable String provenance) {}
