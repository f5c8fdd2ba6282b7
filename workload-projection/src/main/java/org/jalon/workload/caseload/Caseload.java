package org.jalon.workload.caseload;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The caseload at the end of a day, as known at a position. */
public final class Caseload {

  private final List<CountedCase> cases;
  private final List<Capacity> capacities;
  private final Directory directory;

  Caseload(List<CountedCase> cases, List<Capacity> capacities, Directory directory) {
    this.cases = cases;
    this.capacities = capacities;
    this.directory = directory;
  }

  /** One row for each scope that has cases or FTE that day, by id. */
  public List<CaseloadRow> rows(Dimension by, Selection selection) {
    Map<String, List<CountedCase>> counted =
        selected(selection).stream().collect(Collectors.groupingBy(it -> it.scope(by)));
    Map<String, List<Capacity>> working = working(by, selection);
    boolean shared = by == Dimension.PROGRAMME || selection.programme() != null;
    var ids = new TreeSet<>(counted.keySet());
    ids.addAll(working.keySet());
    return ids.stream()
        .map(
            id ->
                CaseloadRow.of(
                    by,
                    id,
                    directory.label(by, id),
                    counted.getOrDefault(id, List.of()),
                    working.getOrDefault(id, List.of()),
                    shared))
        .toList();
  }

  /** Exactly the cases that a row counts, by id. */
  public List<CountedCase> cases(Dimension by, String id, Selection selection) {
    return selected(selection).stream().filter(it -> it.scope(by).equals(id)).toList();
  }

  /** What people call a scope; its id where nothing else is known. */
  public String label(Dimension by, String id) {
    return directory.label(by, id);
  }

  private List<CountedCase> selected(Selection selection) {
    return cases.stream().filter(selection::admits).toList();
  }

  private Map<String, List<Capacity>> working(Dimension by, Selection selection) {
    return capacities.stream()
        .filter(capacity -> selection.admits(capacity, directory))
        .flatMap(
            capacity ->
                capacity.scopes(by, directory).stream()
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
