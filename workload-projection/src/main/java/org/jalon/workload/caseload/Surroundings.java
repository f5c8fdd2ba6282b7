package org.jalon.workload.caseload;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.norm.Norms;
import org.jalon.workload.span.Dated;
import org.jalon.workload.span.Engagement;

/** What is known at one position of posts, teams, territories, programmes and norms. */
public final class Surroundings {

  private final List<Dated<Engagement>> engagements;
  private final Workforce workforce;
  private final List<Entry<Directory.Territory>> territories;
  private final List<Entry<Directory.Team>> teams;
  private final List<Entry<Directory.Programme>> programmes;
  private final Norms norms;

  /**
   * @param engagements every one that began by the last of the days asked for
   */
  public Surroundings(
      List<Dated<Engagement>> engagements,
      List<Entry<Directory.Territory>> territories,
      List<Entry<Directory.Team>> teams,
      List<Entry<Directory.Programme>> programmes,
      List<Entry<NormAdopted>> norms) {
    this.engagements = engagements;
    this.workforce = new Workforce(engagements);
    this.territories = territories;
    this.teams = teams;
    this.programmes = programmes;
    this.norms =
        new Norms(
            norms.stream()
                .map(it -> new Norms.Adopted(it.from(), it.position(), it.value()))
                .toList());
  }

  /** Those of some professionals who hold no post on at least one of the days. */
  public Set<ProfessionalId> notAlwaysInPost(
      Collection<ProfessionalId> some, EffectiveDay from, EffectiveDay to) {
    return some.stream()
        .filter(one -> !workforce.isInPostThroughout(one, from, to))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Who has more open cases than they may at the end of a day.
   *
   * @param loads how many open cases referents have then
   */
  public Set<ProfessionalId> aboveCeiling(Map<ProfessionalId, Integer> loads, EffectiveDay day) {
    Scene scene = on(day);
    return loads.entrySet().stream()
        .filter(load -> load.getValue() > scene.ceilingOf(load.getKey()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** As it stands on a day. */
  Scene on(EffectiveDay day) {
    var directory =
        new Directory(
            at(day, territories, Directory.Territory::id),
            at(day, teams, Directory.Team::id),
            at(day, programmes, Directory.Programme::id));
    return new Scene(day, workforce, directory, norms);
  }

  /** Days up to one on which what a professional may have may change. */
  Stream<EffectiveDay> changes(ProfessionalId who, EffectiveDay to) {
    Stream<EffectiveDay> engaged =
        engagements.stream()
            .filter(span -> span.value().professional().equals(who))
            .flatMap(span -> Stream.of(span.from(), span.until()));
    return Stream.of(engaged, norms.changes(), teams.stream().map(Entry::from))
        .flatMap(days -> days)
        .filter(day -> !day.isAfter(to));
  }

  /** The latest entry that holds; one that only holds later is better than none. */
  private static <K, V> Collection<V> at(
      EffectiveDay day, List<Entry<V>> entries, Function<V, K> id) {
    Map<K, V> chosen = new HashMap<>();
    entries.stream()
        .sorted(
            Comparator.comparing((Entry<V> entry) -> entry.from())
                .thenComparingLong(Entry::position))
        .forEach(
            entry ->
                chosen.merge(
                    id.apply(entry.value()),
                    entry.value(),
                    (earlier, later) -> entry.from().isAfter(day) ? earlier : later));
    return chosen.values();
  }
}
