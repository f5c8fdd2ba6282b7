package org.jalon.kernel.wire;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jalon.kernel.BoxPlace;
import org.jalon.kernel.LedgerId;

/** A secret, nonces and a place that never change, so that bytes can be compared for ever. */
final class Fixed {

  static final UUID EVENT_ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

  private Fixed() {}

  /** The secret 00 01 02 ... 1f, its nonces counted from 0. */
  static SubjectKey key() {
    byte[] secret = new byte[SubjectKey.SECRET_BYTES];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) i;
    }
    var count = new AtomicInteger();
    return new SubjectKey(
        secret, () -> ByteBuffer.allocate(12).putInt(8, count.getAndIncrement()).array());
  }

  /** Has that key for the case of the samples. */
  static MemoryKeys keys() {
    var keys = new MemoryKeys(Fixed::key);
    keys.keyOf(SampleEvents.CASE);
    return keys;
  }

  static BoxPlace place(EventName event) {
    return event.at(LedgerId.MAIN, EVENT_ID);
  }
}
