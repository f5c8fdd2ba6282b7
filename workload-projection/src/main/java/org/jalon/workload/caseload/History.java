package org.jalon.workload.caseload;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jalon.kernel.EffectiveDay;
import org.jalon.workload.span.CaseStanding;
import org.jalon.workload.span.Dated;
import org.jalon.workload.span.Engagement;
import org.jalon.workload.span.Stage;

/**
 * What is known at one position about a stretch of days, enough to tell the caseload of each.
 *
 * @param active every span in which the cases of these days were active, earlier ones too
 * @param engagements every one that began by the last of these days
 * @param territories teams and programmes: all entries known
 */
public record History(
    List<Dated<CaseStanding>> active,
    List<Dated<Engagement>> engagements,
    List<Directory.Entry<Directory.Territory>> territories,
    List<Directory.Entry<Directory.Team>> teams,
    List<Directory.Entry<Directory.Programme>> programmes) {

  /** The caseload at the end of a day. */
  public Caseload on(EffectiveDay day) {
    var workforce = new Workforce(engagements);
    var directory =
        new Directory(
            at(day, territories, Directory.Territory::id),
            at(day, teams, Directory.Team::id),
            at(day, programmes, Directory.Programme::id));
    var attribution = new Attribution(active, workforce, directory, day);
    List<CountedCase> cases =
        active.stream()
            .filter(span -> span.on(day) && span.value().stage() == Stage.ACTIVE)
            .map(span -> attribution.place(span.value()))
            .sorted(Comparator.comparing(counted -> counted.caseId().value()))
            .toList();
    return new Caseload(cases, capacities(workforce, directory, day), directory);
  }

  private static List<Capacity> capacities(
      Workforce workforce, Directory directory, EffectiveDay day) {
    return workforce.counting(day).stream()
        .map(
            engagement ->
                new Capacity(
                    engagement.professional(),
                    engagement.post(),
                    engagement.team(),
                    directory.territoryOf(engagement.team()).orElse(null),
                    engagement.profession(),
                    engagement.fte().value()))
        .toList();
  }

  /** The latest entry that holds; one that only holds later is better than none. */
  private static <K, V> Collection<V> at(
      EffectiveDay day, List<Directory.Entry<V>> entries, Function<V, K> id) {
    Map<K, V> chosen = new HashMap<>();
    entries.stream()
        .sorted(
            Comparator.comparing((Directory.Entry<V> entry) -> entry.from())
                .thenComparingLong(Directory.Entry::position))
        .forEach(
            entry ->
                chosen.merge(
                    id.apply(entry.value()),
                    entry.value(),
                    (earlier, later) -> entry.from().isAfter(day) ? earlier : later));
    return chosen.values();
  }
}
