package org.jalon.kernel.event;

import org.jalon.kernel.ProfessionalId;

/**
 * Less capacity leaves a referent above the ceiling: an alert, never a refusal. The effective day
 * is the first on which it is so.
 *
 * @param load open cases of which they are referent
 * @param ceiling cases that they may have
 */
public record CaseloadAboveCeiling(ProfessionalId professional, int load, int ceiling)
    implements WorkforceEvent {}
