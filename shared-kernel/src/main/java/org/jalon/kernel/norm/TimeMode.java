package org.jalon.kernel.norm;

/** What working time is shared between. */
public enum TimeMode {
  /** Reception, social diagnosis, answers to requests. */
  INTAKE,
  /** Work within accompaniments. */
  ACCOMPANIMENT,
  /** Work with groups. */
  COLLECTIVE
}
