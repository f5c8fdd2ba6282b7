package org.jalon.kernel.event;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/**
 * A proposed hand-over was taken back.
 *
 * @param to who was asked to take over
 * @param note free text
 */
public record HandOverWithdrawn(CaseId caseId, ProfessionalId to, @Nullable Narrative note)
    implements CaseEvent {}
