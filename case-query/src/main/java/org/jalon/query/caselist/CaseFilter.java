package org.jalon.query.caselist;

import java.time.LocalDate;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are listed; what is absent admits all.
 *
 * @param due something is due on this day or before
 */
public record CaseFilter(
    @Nullable ProfessionalId referent,
    @Nullable TeamId team,
    @Nullable ProgrammeId programme,
    @Nullable CaseStatus status,
    @Nullable LocalDate due) {}
