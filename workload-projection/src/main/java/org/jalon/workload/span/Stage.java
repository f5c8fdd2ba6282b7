package org.jalon.workload.span;

/** Where an open case stands. */
public enum Stage {
  /** In intake, without referent. */
  INTAKE(0),
  /** In intake, with a referent. */
  ASSIGNED(0),
  /** In accompaniment: counts in the caseload. */
  ACTIVE(1),
  /** In an accompaniment that pauses. */
  SUSPENDED(0);

  private final int weight;

  Stage(int weight) {
    this.weight = weight;
  }

  /** What a case in this stage weighs in weighted figures. */
  public int weight() {
    return weight;
  }
}
