package org.jalon.workload.caseload;

import java.util.List;

/** A caseload with every case that it counts. */
public final class CaseByCase {

  private final List<CountedCase> cases;
  private final Caseload caseload;

  CaseByCase(List<CountedCase> cases, Scene scene) {
    this.cases = cases;
    this.caseload =
        new Caseload(cases.stream().map(it -> new Counted(it.place(), 1)).toList(), scene);
  }

  /** The figures that these cases amount to. */
  public Caseload caseload() {
    return caseload;
  }

  /** Exactly the cases that a row counts, by id. */
  public List<CountedCase> cases(Dimension by, String id, Selection selection) {
    return cases.stream()
        .filter(it -> selection.admits(it.place()) && it.place().scope(by).equals(id))
        .toList();
  }
}
