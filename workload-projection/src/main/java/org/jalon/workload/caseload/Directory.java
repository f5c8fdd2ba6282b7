package org.jalon.workload.caseload;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jspecify.annotations.Nullable;

/** Territories, teams and programmes as they stand on a day. */
public final class Directory {

  /** A territory. */
  public record Territory(TerritoryId id, String label) {}

  /** A team in its territory. */
  public record Team(TeamId id, TerritoryId territory, String label) {}

  /**
   * A programme.
   *
   * @param professions that may be referents; empty admits every profession
   */
  public record Programme(ProgrammeId id, String label, List<ProfessionId> professions) {

    boolean allows(ProfessionId profession) {
      return professions.isEmpty() || professions.contains(profession);
    }
  }

  private final Map<TerritoryId, Territory> territories = new HashMap<>();
  private final Map<TeamId, Team> teams = new HashMap<>();
  private final Map<ProgrammeId, Programme> programmes = new HashMap<>();

  Directory(
      Collection<Territory> territories, Collection<Team> teams, Collection<Programme> programmes) {
    territories.forEach(territory -> this.territories.put(territory.id(), territory));
    teams.forEach(team -> this.teams.put(team.id(), team));
    this.programmes.put(Standards.POLYVALENCE.id(), Standards.POLYVALENCE);
    programmes.forEach(programme -> this.programmes.put(programme.id(), programme));
  }

  Collection<Programme> programmes() {
    return programmes.values();
  }

  /** The territory of a team; empty if there is no team or it is not known. */
  Optional<TerritoryId> territoryOf(@Nullable TeamId team) {
    return Optional.ofNullable(team).map(teams::get).map(Team::territory);
  }

  /** Whether a profession may work in a programme; one that is not known admits every one. */
  boolean allows(ProgrammeId programme, ProfessionId profession) {
    Programme known = programmes.get(programme);
    return known == null || known.allows(profession);
  }

  /** What people call a scope; its id where nothing else is known. */
  String label(Dimension by, String id) {
    return Dimension.UNASSIGNED.equals(id) ? id : named(by, id).orElse(id);
  }

  private Optional<String> named(Dimension by, String id) {
    return switch (by) {
      case TEAM -> Optional.ofNullable(teams.get(new TeamId(id))).map(Team::label);
      case TERRITORY ->
          Optional.ofNullable(territories.get(new TerritoryId(id))).map(Territory::label);
      case PROGRAMME ->
          Optional.ofNullable(programmes.get(new ProgrammeId(id))).map(Programme::label);
      case REFERENT, PROFESSION -> Optional.empty();
    };
  }
}
