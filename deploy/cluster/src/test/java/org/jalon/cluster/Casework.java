package org.jalon.cluster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Fte;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.Label;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.Mode;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentReleased;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.event.WorkingTimeChanged;

/** Facts of cases and posts, batch by batch. */
final class Casework {

  /** Stands in every note. */
  static final String CANARY = "canary-of-the-relay";

  private static final int REFERENTS = 5;

  private Casework() {}

  /** A territory, a team and a post for each referent. */
  static List<Event[]> workforce() {
    var batches = new ArrayList<Event[]>();
    var team = new TeamId("harbour");
    batches.add(
        new Event[] {
          new TerritoryCreated(new TerritoryId("north"), new Label("Nord")),
          new TeamCreated(team, new TerritoryId("north"), new Label("Port"))
        });
    for (int i = 0; i < REFERENTS; i++) {
      var post = new PostId("p-" + i);
      var full = new Fte(BigDecimal.ONE);
      batches.add(
          new Event[] {
            new PostOpened(post, team, new ProfessionId("AS"), full),
            new PostFilled(post, referent(i), full, null)
          });
    }
    return batches;
  }

  /** Cases of numbers from one to another, some of them handed over or closed on the way. */
  static List<Event[]> cases(int from, int to) {
    var batches = new ArrayList<Event[]>();
    for (int i = from; i < to; i++) {
      batches.add(opened(i));
      batches.add(new Event[] {intervention(i)});
      if (i % 3 == 2) {
        batches.add(
            new Event[] {
              new ReferentReleased(id(i - 1), referent(i - 1), null),
              new ReferentAssigned(id(i - 1), referent(i))
            });
      }
      if (i % 4 == 3) {
        batches.add(
            new Event[] {
              new AccompanimentClosed(id(i), ClosureReason.OBJECTIVES_MET, null),
              new CaseClosed(id(i), ClosureReason.OBJECTIVES_MET, null)
            });
      }
      if (i % 5 == 4) {
        var fte = new Fte(new BigDecimal(i % 2 == 0 ? "0.5" : "0.8"));
        batches.add(new Event[] {new WorkingTimeChanged(post(i), referent(i), fte)});
      }
    }
    return batches;
  }

  static CaseId id(int number) {
    return new CaseId("c-" + number);
  }

  private static Event[] opened(int number) {
    return new Event[] {
      new CaseOpened(
          id(number),
          new HouseholdId("h-" + number),
          new ProgrammeId("polyvalence"),
          new TeamId("harbour")),
      new ReferentAssigned(id(number), referent(number)),
      new AccompanimentStarted(id(number), true)
    };
  }

  private static Event intervention(int number) {
    return new InterventionRecorded(
        id(number),
        new InterventionId("i-1"),
        referent(number),
        Mode.ACCOMPANIMENT,
        null,
        null,
        null,
        null,
        new Narrative.Written(CANARY));
  }

  private static PostId post(int number) {
    return new PostId("p-" + number % REFERENTS);
  }

  private static ProfessionalId referent(int number) {
    return new ProfessionalId("r-" + number % REFERENTS);
  }
}
