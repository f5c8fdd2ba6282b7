package org.jalon.standalone.sides;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Formalisation;
import org.jalon.query.casefile.Accompaniment;
import org.jalon.query.casefile.CaseFile;
import org.jalon.query.casefile.Opening;
import org.jalon.query.casefile.Past;
import org.jspecify.annotations.Nullable;

/**
 * What both sides say of a case, in words of neither.
 *
 * @param mandates of all its referents, in their order: who, from, until
 * @param prepared what the coming or running accompaniment has
 * @param earlierObjectives of accompaniments that have ended
 */
record SeenCase(
    String stage,
    String openedOn,
    String closedOn,
    String referent,
    List<String> mandates,
    String pending,
    Prepared prepared,
    Set<String> earlierObjectives) {

  private static final String NONE = "-";
  private static final SeenCase ABSENT =
      new SeenCase("ABSENT", NONE, NONE, NONE, List.of(), NONE, Prepared.NOTHING, Set.of());

  /** What the gate asks for. */
  record Prepared(
      boolean proposed, boolean adhesion, String until, Map<String, String> objectives) {

    static final Prepared NOTHING = new Prepared(false, false, SeenCase.NONE, Map.of());
  }

  /** As deciders know it. */
  static SeenCase of(CaseLife life) {
    var pending = life.pending();
    return new SeenCase(
        life.stage().name(),
        text(life.openedOn()),
        text(life.closedOn()),
        life.runningMandate().map(it -> it.referent().value()).orElse(NONE),
        life.mandates().stream().map(it -> mandate(it.referent(), it.from(), it.until())).toList(),
        pending == null
            ? NONE
            : pending(pending.from(), pending.to(), pending.proposedOn(), pending.overlapUntil()),
        prepared(life.formalisation()),
        life.formalisation().taken());
  }

  private static Prepared prepared(Formalisation known) {
    var objectives = new TreeMap<String, String>();
    known.objectives().forEach((id, it) -> objectives.put(id, it.state().name()));
    return new Prepared(known.proposed(), known.adhesion(), text(known.plannedUntil()), objectives);
  }

  /** As readers show it. */
  static SeenCase of(CaseFile file) {
    return switch (file) {
      case CaseFile.Unopened _ -> ABSENT;
      case CaseFile.Intake(var opening, var past, var prepared) ->
          open("INTAKE", opening, past, prepared);
      case CaseFile.Active(var opening, var past, var current) ->
          open("ACTIVE", opening, past, current);
      case CaseFile.Closed(var opening, var past, var on, _, _) ->
          new SeenCase(
              "CLOSED",
              text(opening.on()),
              text(on),
              NONE,
              mandates(past.accompaniments()),
              NONE,
              Prepared.NOTHING,
              objectives(past));
    };
  }

  private static SeenCase open(
      String stage, Opening opening, Past past, Accompaniment accompaniment) {
    var pending = accompaniment.handOver();
    var all = new ArrayList<>(past.accompaniments());
    all.add(accompaniment);
    return new SeenCase(
        stage,
        text(opening.on()),
        NONE,
        accompaniment.mandate().map(it -> it.referent().value()).orElse(NONE),
        mandates(all),
        pending == null
            ? NONE
            : pending(pending.from(), pending.to(), pending.since(), pending.overlapUntil()),
        prepared(accompaniment),
        objectives(past));
  }

  private static Prepared prepared(Accompaniment known) {
    var objectives = new TreeMap<String, String>();
    known
        .objectives()
        .forEach(
            it ->
                objectives.put(
                    it.id().value(),
                    switch (it.state()) {
                      case OPEN -> "OPEN";
                      case PARTLY_MET, NOT_MET -> "EVALUATED";
                      case MET -> "MET";
                      case ABANDONED -> "ABANDONED";
                    }));
    return new Prepared(
        known.proposedOn() != null,
        known.adhesionOn() != null,
        text(known.plannedUntil()),
        objectives);
  }

  private static List<String> mandates(List<Accompaniment> all) {
    return all.stream()
        .flatMap(one -> one.mandates().stream())
        .map(it -> mandate(it.referent(), it.from(), it.until()))
        .toList();
  }

  private static Set<String> objectives(Past past) {
    var ids = new TreeSet<String>();
    past.accompaniments().stream()
        .flatMap(one -> one.objectives().stream())
        .forEach(it -> ids.add(it.id().value()));
    return ids;
  }

  private static String mandate(Object who, Object from, @Nullable Object until) {
    return "%s from %s until %s".formatted(who, from, text(until));
  }

  private static String pending(
      Object from, Object to, Object since, @Nullable LocalDate overlapUntil) {
    return "from %s to %s since %s, overlap %s".formatted(from, to, since, text(overlapUntil));
  }

  private static String text(@Nullable Object value) {
    return Stream.ofNullable(value).map(Objects::toString).findFirst().orElse(NONE);
  }
}
