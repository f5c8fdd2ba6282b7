package org.jalon.kernel.event;

/** What an intervention counts as in the shares of time. */
public enum Mode {
  /** Reception, social diagnosis, answers to requests. */
  INTAKE,
  /** Work within an accompaniment. */
  ACCOMPANIMENT
}
