package org.jalon.command.relay;

import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** What a failure means for the relay. */
final class Trouble {

  private Trouble() {}

  /** Another relay works, or a transaction took too long, which Kafka tells alike. */
  static boolean isDisplaced(Throwable trouble) {
    return isCausedBy(trouble, ProducerFencedException.class)
        || isCausedBy(trouble, InvalidProducerEpochException.class);
  }

  /** Comes back however often it is tried. */
  static boolean isHopeless(Throwable trouble) {
    return isCausedBy(trouble, RecordTooLargeException.class);
  }

  private static boolean isCausedBy(Throwable trouble, Class<? extends Exception> kind) {
    for (Throwable t = trouble; t != null; t = t.getCause()) {
      if (kind.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
