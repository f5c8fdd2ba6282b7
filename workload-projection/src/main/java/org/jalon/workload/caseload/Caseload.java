package org.jalon.workload.caseload;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The figures of the caseload at the end of a day, as known at a position. */
public final class Caseload {

  private final List<Counted> counted;
  private final Scene scene;
  private final List<Capacity> capacities;

  Caseload(List<Counted> counted, Scene scene) {
    this.counted = counted;
    this.scene = scene;
    this.capacities = scene.capacities();
  }

  /** One row for each scope that has cases or FTE that day, by id. */
  public List<CaseloadRow> rows(Dimension by, Selection selection) {
    Map<String, List<Counted>> counting =
        counted.stream()
            .filter(it -> selection.admits(it.place()))
            .collect(Collectors.groupingBy(it -> it.place().scope(by)));
    Map<String, List<Capacity>> working = working(by, selection);
    boolean shared = by == Dimension.PROGRAMME || selection.programme() != null;
    var ids = new TreeSet<>(counting.keySet());
    ids.addAll(working.keySet());
    return ids.stream()
        .map(
            id -> {
              List<Capacity> capacity = working.getOrDefault(id, List.of());
              return CaseloadRow.of(
                  by,
                  id,
                  label(by, id),
                  counting.getOrDefault(id, List.of()),
                  capacity,
                  RowNorm.of(scene, by, id, selection, capacity),
                  shared);
            })
        .toList();
  }

  /** What people call a scope; its id where nothing else is known. */
  public String label(Dimension by, String id) {
    return scene.directory().label(by, id);
  }

  private Map<String, List<Capacity>> working(Dimension by, Selection selection) {
    return capacities.stream()
        .filter(capacity -> selection.admits(capacity, scene.directory()))
        .flatMap(
            capacity ->
                capacity.scopes(by, scene.directory()).stream()
                    .filter(id -> within(by, id, selection))
                    .map(id -> Map.entry(id, capacity)))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Asked for one programme, the FTE does not open rows of the others. */
  private static boolean within(Dimension by, String id, Selection selection) {
    return by != Dimension.PROGRAMME
        || selection.programme() == null
        || selection.programme().value().equals(id);
  }
}
