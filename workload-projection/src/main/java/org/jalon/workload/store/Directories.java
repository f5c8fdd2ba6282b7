package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.event.PostClosed;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.PostResized;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.event.WorkingTimeChanged;
import org.jalon.kernel.feed.Recorded;
import org.jalon.workload.caseload.Entry;
import org.jalon.workload.caseload.Surroundings;
import org.jalon.workload.span.Dated;
import org.jalon.workload.span.Engagement;

/** Territories, teams, programmes, norms and alerts: facts that each say one thing. */
final class Directories {

  private final Territories territories = new Territories();
  private final Teams teams = new Teams();
  private final Programmes programmes = new Programmes();
  private final AdoptedNorms norms = new AdoptedNorms();
  private final AboveCeilings alerts = new AboveCeilings();

  void add(Connection connection, List<Recorded> batch) throws SQLException {
    for (Recorded recorded : batch) {
      for (EntryTable<?> table : concerned(recorded.event())) {
        table.add(connection, recorded);
      }
    }
  }

  /** Those that hold posts, and all that is known at a position of what surrounds them. */
  Surroundings surroundings(
      Connection connection, List<Dated<Engagement>> engagements, long position)
      throws SQLException {
    return new Surroundings(
        engagements,
        territories.at(connection, position),
        teams.at(connection, position),
        programmes.at(connection, position),
        norms.at(connection, position));
  }

  List<Entry<CaseloadAboveCeiling>> alerts(Connection connection, long position)
      throws SQLException {
    return alerts.at(connection, position);
  }

  private List<EntryTable<?>> concerned(Event event) {
    return switch (event) {
      case TerritoryCreated _ -> List.of(territories);
      case TeamCreated _ -> List.of(teams);
      case ProgrammeDefined _ -> List.of(programmes);
      case NormAdopted _ -> List.of(norms);
      case CaseloadAboveCeiling _ -> List.of(alerts);
      case EntryRectified fact when fact.caseId() == null ->
          List.of(territories, teams, programmes, norms, alerts);
      case PostOpened _,
          PostResized _,
          PostFilled _,
          WorkingTimeChanged _,
          PostVacated _,
          PostClosed _ ->
          List.of();
      case CaseEvent _, EntryRectified _ -> List.of();
    };
  }
}
