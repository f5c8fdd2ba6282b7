package org.jalon.command.relay;

import org.jspecify.annotations.Nullable;

/**
 * What a relay does and how far it is.
 *
 * @param position of the ledger up to which all partitions are whole, as far as it knows
 * @param trouble why it waits or stopped; absent otherwise
 */
public record RelayState(Kind kind, long position, @Nullable RuntimeException trouble) {

  /** What a relay does. */
  public enum Kind {
    /** It has not found its place yet. */
    STARTING,
    /** It writes what is recorded. */
    RELAYING,
    /** Brokers or database are away; it tries again. */
    WAITING,
    /** Another relay works; it watches. */
    STANDING_BY,
    /** For good; an operator must look. */
    STOPPED
  }

  static final RelayState STARTING = new RelayState(Kind.STARTING, 0, null);

  static RelayState relaying(long position) {
    return new RelayState(Kind.RELAYING, position, null);
  }

  static RelayState standingBy(long position) {
    return new RelayState(Kind.STANDING_BY, position, null);
  }

  RelayState waiting(RuntimeException cause) {
    return new RelayState(Kind.WAITING, position, cause);
  }

  RelayState stopped(RuntimeException cause) {
    return new RelayState(Kind.STOPPED, position, cause);
  }
}
