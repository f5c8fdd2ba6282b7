package org.jalon.kernel.command;

import java.util.List;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.norm.ShareRange;
import org.jspecify.annotations.Nullable;

/** Adopt a norm of caseload or time; what it leaves out stays as it is. */
@Meaning("Adopt a norm of caseload or time; what it leaves out stays as it is.")
public record AdoptNorm(
    @Meaning("programme it is for; default all") @Nullable ProgrammeId programme,
    @Meaning("team it is for; default all") @Nullable TeamId team,
    @Meaning("territory it is for; default all") @Nullable TerritoryId territory,
    @Meaning("profession it is for; default all") @Nullable ProfessionId profession,
    @Meaning("cases per FTE on average, 1 to 1000") @Nullable Integer standard,
    @Meaning("cases per FTE that warn, 1 to 1000") @Nullable Integer alert,
    @Meaning("cases per FTE that refuse, 1 to 1000") @Nullable Integer ceiling,
    @Meaning("share of working time for each mode, in percent: mode, min, max")
        @Nullable List<ShareRange> shares)
    implements OfferCommand {}
