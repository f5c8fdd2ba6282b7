package org.jalon.workload.span;

import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * How any number of cases stand alike; what they are summed by.
 *
 * @param team that follows them; absent when not stated
 * @param referent absent while there is none
 */
public record Standing(
    ProgrammeId programme, @Nullable TeamId team, @Nullable ProfessionalId referent, Stage stage) {}
