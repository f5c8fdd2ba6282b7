package org.jalon.kernel.event;

/** How far an objective was reached. */
public enum Outcome {
  /** Reached; final. */
  MET,
  /** Reached in part. */
  PARTLY_MET,
  /** Not reached. */
  NOT_MET
}
