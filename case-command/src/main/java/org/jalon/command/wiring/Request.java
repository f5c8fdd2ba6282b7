package org.jalon.command.wiring;

import java.util.Optional;
import org.jalon.command.decision.Intent;
import org.jalon.kernel.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to its decision.
 *
 * @param subject the case it is about, whose key fingerprints its body
 * @param body what a repeat of the same command id is compared with
 * @param dryRun decide and record nothing
 * @param correlationId of the undertaking it belongs to
 * @param provenance where imported facts come from
 */
public record Request<C>(
    CommandKind<C> kind,
    Intent<C> intent,
    Optional<CaseId> subject,
    byte[] body,
    boolean dryRun,
    @Nullable String correlationId,
    @Nullable String provenance) {}
