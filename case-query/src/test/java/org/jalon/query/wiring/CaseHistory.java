package org.jalon.query.wiring;

import static org.jalon.query.Facts.*;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.EntryRedacted;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.event.HandOverDeclined;
import org.jalon.kernel.event.HandOverWithdrawn;
import org.jalon.kernel.event.ObjectiveAbandoned;
import org.jalon.kernel.event.ObjectiveEvaluated;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.ReferentReleased;
import org.jalon.kernel.feed.MemoryFeed;
import org.jalon.kernel.feed.Recorded;

/** Records random facts of one case, back-dated ones, annulments and replacements among them. */
final class CaseHistory {

  private static final int LAST_DAY = 28;

  private final MemoryFeed feed;
  private final CaseId caseId;
  private final Random random;
  private final List<Recorded> recorded = new ArrayList<>();
  private int objectives;
  private Instant now = Instant.parse("2026-04-01T08:00:00Z");

  CaseHistory(MemoryFeed feed, CaseId caseId, Random random) {
    this.feed = feed;
    this.caseId = caseId;
    this.random = random;
  }

  /** Everything recorded so far, in order of position. */
  List<Recorded> recorded() {
    return recorded;
  }

  /** Records one more fact or rectification. */
  void goOn() {
    now = now.plus(random.nextInt(3), ChronoUnit.HOURS);
    if (recorded.isEmpty()) {
      record(march(1 + random.nextInt(4)), opened(caseId));
    } else if (random.nextInt(4) == 0) {
      rectify(recorded.get(random.nextInt(recorded.size())));
    } else {
      record(day(), fact());
    }
  }

  private void rectify(Recorded entry) {
    if (!(entry.event() instanceof CaseEvent event)) {
      return;
    }
    EffectiveDay on = march(LAST_DAY);
    if (random.nextInt(3) == 0) {
      record(on, annulled(caseId, entry.position()));
    } else {
      record(
          on,
          replaced(caseId, entry.position(), day(), random.nextBoolean() ? event : other(event)));
    }
  }

  private CaseEvent other(CaseEvent event) {
    for (int tries = 0; tries < 50; tries++) {
      CaseEvent fact = fact();
      if (fact.getClass().equals(event.getClass())) {
        return fact;
      }
    }
    return event;
  }

  private CaseEvent fact() {
    return switch (random.nextInt(26)) {
      case 0 -> opened(caseId);
      case 1, 2 -> proposed(caseId);
      case 3, 4 -> agreed(caseId);
      case 5 -> planned(caseId, day().value());
      case 6, 7 -> assigned(caseId, somebody());
      case 8 -> new ReferentReleased(caseId, somebody(), note());
      case 9, 10 -> handOver(caseId, somebody(), somebody());
      case 11 -> new HandOverDeclined(caseId, somebody(), note());
      case 12 -> new HandOverWithdrawn(caseId, somebody(), null);
      case 13, 14 -> changed(caseId, somebody(), somebody(), day().value());
      case 15 -> admitted(caseId);
      case 16, 17 -> started(caseId);
      case 18 -> aim();
      case 19 -> new ObjectiveEvaluated(caseId, known(), outcome(), List.of(), note());
      case 20 -> new ObjectiveAbandoned(caseId, known());
      case 21 -> ended(caseId);
      case 22 -> closed(caseId);
      case 23 -> reopened(caseId);
      case 24 ->
          random.nextBoolean()
              ? new ForeignNumberKept(caseId, note())
              : new EntryRedacted(caseId, recorded.getFirst().position(), note());
      default -> intervention(caseId, "i" + random.nextInt(1_000_000));
    };
  }

  private ObjectiveSet aim() {
    ObjectiveId id = new ObjectiveId("o" + objectives++);
    return new ObjectiveSet(caseId, id, note(), List.of(note()), day().value());
  }

  private ObjectiveId known() {
    return new ObjectiveId("o" + random.nextInt(objectives + 1));
  }

  private Outcome outcome() {
    return Outcome.values()[random.nextInt(Outcome.values().length)];
  }

  private ProfessionalId somebody() {
    return random.nextBoolean() ? ANA : BEN;
  }

  private Narrative note() {
    return new Narrative.Written("note " + random.nextInt(1_000));
  }

  private EffectiveDay day() {
    return march(1 + random.nextInt(LAST_DAY));
  }

  private void record(EffectiveDay day, Event event) {
    recorded.addAll(feed.at(now).append(day, event));
  }
}
