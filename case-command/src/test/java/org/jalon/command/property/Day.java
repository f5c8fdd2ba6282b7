package org.jalon.command.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseReopened;
import org.jalon.kernel.event.PostClosed;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.ReferentReleased;
import org.jalon.kernel.event.WorkingTimeChanged;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The world at the end of a day, told from the raw facts alone, without any of the code that
 * decides.
 */
final class Day {

  private record Holding(
      PostId post, ProfessionalId who, BigDecimal fte, @Nullable ProfessionalId replaces) {

    boolean is(PostId inPost, ProfessionalId professional) {
      return post.equals(inPost) && who.equals(professional);
    }
  }

  private final Ceilings ceilings;
  private final Map<CaseId, ProfessionalId> referents = new HashMap<>();
  private final Map<CaseId, CaseOpened> cases = new HashMap<>();
  private final Map<CaseId, CaseOpened> open = new HashMap<>();
  private final Map<PostId, PostOpened> posts = new HashMap<>();
  private final List<Holding> holdings = new ArrayList<>();
  private EffectiveDay day = EffectiveDay.FIRST;

  private Day(Ceilings ceilings) {
    this.ceilings = ceilings;
  }

  /** Shows each of the days in turn; what is shown is valid until the next. */
  static void each(List<Fact> raw, EffectiveDay from, EffectiveDay to, Consumer<Day> shown) {
    List<Fact> facts = Standing.of(raw);
    var end = new Day(new Ceilings(facts));
    facts.forEach(end::place);
    int next = 0;
    for (var date = from.value(); !date.isAfter(to.value()); date = date.plusDays(1)) {
      end.day = new EffectiveDay(date);
      while (next < facts.size() && !facts.get(next).day().isAfter(end.day)) {
        end.apply(facts.get(next++));
      }
      shown.accept(end);
    }
  }

  /** Rules 1, 2 and 4 of the domain; that a case has one referent is in the map. */
  void holds() {
    var passages = new HashSet<String>();
    open.values()
        .forEach(
            opening ->
                assertThat(passages.add(opening.household() + " in " + opening.programme()))
                    .as("two open cases of %s on %s", opening.household(), day)
                    .isTrue());
    for (Holding holding : holdings) {
      assertThat(fteOf(holding.who()))
          .as("FTE of %s on %s", holding.who(), day)
          .isLessThanOrEqualTo(BigDecimal.ONE);
    }
    posts.forEach(
        (post, opened) -> {
          assertThat(fte(h -> h.post().equals(post) && !replacesSomebodyHere(h)))
              .as("FTE of the holders of %s on %s", post, day)
              .isLessThanOrEqualTo(opened.fte().value());
          assertThat(fte(h -> h.post().equals(post) && !isReplaced(h)))
              .as("FTE at work in %s on %s", post, day)
              .isLessThanOrEqualTo(opened.fte().value());
        });
  }

  EffectiveDay day() {
    return day;
  }

  long load(ProfessionalId who) {
    return referents.entrySet().stream()
        .filter(entry -> entry.getValue().equals(who) && open.containsKey(entry.getKey()))
        .count();
  }

  long ceiling(ProfessionalId who, @Nullable ProgrammeId programme) {
    BigDecimal sum = BigDecimal.ZERO;
    boolean any = false;
    for (Holding held : holdings) {
      if (held.who().equals(who)) {
        any = true;
        int per = ceilings.perFte(posts.get(held.post()), programme, day);
        sum = sum.add(held.fte().multiply(BigDecimal.valueOf(per)));
      }
    }
    return any ? Math.max(1, sum.toBigInteger().longValueExact()) : 0;
  }

  /** The open cases of a referent. */
  List<CaseId> casesOf(ProfessionalId who) {
    return referents.entrySet().stream()
        .filter(entry -> entry.getValue().equals(who) && open.containsKey(entry.getKey()))
        .map(Map.Entry::getKey)
        .sorted((one, other) -> one.value().compareTo(other.value()))
        .toList();
  }

  boolean isOpen(CaseId id) {
    return open.containsKey(id);
  }

  /** What a post is does not change with the days, only its being filled does. */
  private void place(Fact fact) {
    if (fact.event() instanceof PostOpened e) {
      posts.put(e.postId(), e);
    }
  }

  private void apply(Fact fact) {
    switch (fact.event()) {
      case CaseOpened e -> {
        cases.put(e.caseId(), e);
        open.put(e.caseId(), e);
      }
      case CaseReopened e -> open.computeIfAbsent(e.caseId(), cases::get);
      case CaseClosed e -> {
        open.remove(e.caseId());
        referents.remove(e.caseId());
      }
      case AccompanimentClosed e -> referents.remove(e.caseId());
      case ReferentAssigned e -> referents.put(e.caseId(), e.referent());
      case ReferentChanged e -> referents.put(e.caseId(), e.to());
      case ReferentReleased e -> referents.remove(e.caseId());
      case PostFilled e ->
          holdings.add(new Holding(e.postId(), e.professional(), e.fte().value(), e.replaces()));
      case WorkingTimeChanged e ->
          holdings.replaceAll(
              h ->
                  h.is(e.postId(), e.professional())
                      ? new Holding(h.post(), h.who(), e.fte().value(), h.replaces())
                      : h);
      case PostVacated e -> left(e);
      case PostClosed e ->
          assertThat(holdings)
              .as("%s closed on %s", e, day)
              .noneMatch(h -> h.post().equals(e.postId()));
      default -> {}
    }
  }

  /** Who stood in for somebody who leaves stands in for whom that one stood in for. */
  private void left(PostVacated event) {
    List<Holding> leaving =
        holdings.stream().filter(h -> h.is(event.postId(), event.professional())).toList();
    holdings.removeAll(leaving);
    for (Holding gone : leaving) {
      if (gone.replaces() != null) {
        holdings.replaceAll(
            h ->
                h.post().equals(gone.post()) && gone.who().equals(h.replaces())
                    ? new Holding(h.post(), h.who(), h.fte(), gone.replaces())
                    : h);
      }
    }
  }

  private boolean replacesSomebodyHere(Holding holding) {
    return holdings.stream()
        .anyMatch(h -> h.post().equals(holding.post()) && h.who().equals(holding.replaces()));
  }

  private boolean isReplaced(Holding holding) {
    return holdings.stream()
        .anyMatch(h -> h.post().equals(holding.post()) && holding.who().equals(h.replaces()));
  }

  private BigDecimal fteOf(ProfessionalId who) {
    return fte(h -> h.who().equals(who));
  }

  private BigDecimal fte(Predicate<Holding> which) {
    return holdings.stream()
        .filter(which)
        .map(Holding::fte)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
