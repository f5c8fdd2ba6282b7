package org.jalon.kernel.event;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/**
 * A referent's mandate ended; nobody pilots the case until the next is assigned.
 *
 * @param referent who was
 * @param note free text
 */
public record ReferentReleased(CaseId caseId, ProfessionalId referent, @Nullable Narrative note)
    implements CaseEvent {}
