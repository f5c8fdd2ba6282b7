package org.jalon.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the events of one caller are tagged with, the same for every store that has tags: a subject
 * of the caller's own, which the condition is about and which changes now and then, a command of
 * each event's own, and then others that many share.
 */
final class Subjects {

  static final int PAYLOAD_BYTES = 256;

  private static final int REQUESTS_EACH = 16;
  private static final int SHARED = 10_000;
  private static final AtomicLong NEXT = new AtomicLong();

  private final int tags;
  private String subject = "";
  private int requests;

  /**
   * @param tags of each event, at least 1
   */
  Subjects(int tags) {
    this.tags = tags;
  }

  /** Begins a request; whether its subject is another than that of the one before. */
  boolean next() {
    boolean another = requests++ % REQUESTS_EACH == 0;
    if (another) {
      subject = "s-" + NEXT.incrementAndGet();
    }
    return another;
  }

  /** What the request is about. */
  String subject() {
    return subject;
  }

  /** The key and value of each tag of one more event, the subject first. */
  List<String[]> ofEvent() {
    List<String[]> all = new ArrayList<>(tags);
    all.add(new String[] {"subject", subject});
    if (tags > 1) {
      all.add(new String[] {"command", UUID.randomUUID().toString()});
    }
    for (int i = 2; i < tags; i++) {
      all.add(new String[] {"shared-" + i, "v-" + NEXT.get() * 31 % SHARED});
    }
    return all;
  }
}
