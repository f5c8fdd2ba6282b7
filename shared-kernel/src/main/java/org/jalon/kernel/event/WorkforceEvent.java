package org.jalon.kernel.event;

/** A fact of territories, teams, posts and who holds them. */
public sealed interface WorkforceEvent extends Event
    permits TerritoryCreated,
        TeamCreated,
        PostOpened,
        PostResized,
        PostFilled,
        WorkingTimeChanged,
        PostVacated,
        PostClosed,
        CaseloadAboveCeiling {}
