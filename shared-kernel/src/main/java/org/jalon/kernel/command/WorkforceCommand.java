package org.jalon.kernel.command;

/** An intent about territories, teams, posts and who holds them. */
public sealed interface WorkforceCommand extends Command
    permits ChangeWorkingTime,
        ClosePost,
        CreateTeam,
        CreateTerritory,
        FillPost,
        OpenPost,
        VacatePost {}
