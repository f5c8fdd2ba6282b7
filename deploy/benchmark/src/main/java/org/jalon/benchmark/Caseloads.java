package org.jalon.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jalon.command.decision.Draft;
import org.jalon.command.wiring.Request;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.Fte;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.command.AssignReferent;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.ReferentAssigned;

/**
 * Referents in full-time posts with open cases each, and open cases without a referent that each
 * has still room for.
 *
 * @param name begins every id
 * @param referents asked in no order
 * @param cases that each has
 * @param room how many more each will get, at most up to the ceiling of 25
 */
record Caseloads(String name, int referents, int cases, int room) {

  private static final LocalDate BEFORE = TenYears.TODAY.minusYears(1);

  /** Every fact, those of one referent and their cases together. */
  List<List<Draft>> facts() {
    return IntStream.range(0, referents).mapToObj(this::of).toList();
  }

  private List<Draft> of(int referent) {
    List<Draft> drafts = new ArrayList<>();
    var post = new PostId(name + "-post-" + referent);
    drafts.add(at(new PostOpened(post, team(), new ProfessionId("AS"), Fte.ONE)));
    drafts.add(at(new PostFilled(post, who(referent), Fte.ONE, null)));
    for (int number = 0; number < cases + room; number++) {
      drafts.add(at(opened(id(referent, number))));
      if (number < cases) {
        drafts.add(at(new ReferentAssigned(id(referent, number), who(referent))));
        drafts.add(at(new AccompanimentStarted(id(referent, number), false)));
      }
    }
    return drafts;
  }

  /** The cases that are to be assigned. */
  List<CaseId> unassigned() {
    return IntStream.range(0, referents)
        .boxed()
        .flatMap(who -> IntStream.range(cases, cases + room).mapToObj(number -> id(who, number)))
        .toList();
  }

  /** What can be decided, each once, in the same random order every time. */
  List<Request<?>> assignments() {
    List<Request<?>> all = new ArrayList<>();
    for (int referent = 0; referent < referents; referent++) {
      for (int number = cases; number < cases + room; number++) {
        all.add(Commands.today(new AssignReferent(id(referent, number), who(referent), null)));
      }
    }
    Collections.shuffle(all, new Random(1));
    return all;
  }

  private TeamId team() {
    return new TeamId(name + "-team");
  }

  private ProfessionalId who(int referent) {
    return new ProfessionalId(name + "-referent-" + referent);
  }

  private CaseId id(int referent, int number) {
    return new CaseId("%s-case-%d-%d".formatted(name, referent, number));
  }

  private CaseOpened opened(CaseId id) {
    return new CaseOpened(
        id, new HouseholdId("h-" + id), ProgrammeDefined.POLYVALENCE.programmeId(), team());
  }

  private static Draft at(Event event) {
    return new Draft(event, EffectiveOn.day(BEFORE), UUID.randomUUID());
  }
}
