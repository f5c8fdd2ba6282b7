package org.jalon.kernel.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jalon.kernel.LedgerId;

/**
 * The event that a box belongs to. A box opens at its own place and nowhere else: the place is the
 * additional data of its encryption.
 *
 * @param ledger the ledger of the event
 * @param eventId the event's id
 * @param event its stored name and version
 */
public record BoxPlace(LedgerId ledger, UUID eventId, EventName event) {

  /** Every part with its length before it, so that no two places share their bytes. */
  byte[] bound(String path, String kind, String visibility, String keyId) {
    var bytes = new ByteArrayOutputStream();
    for (String part :
        new String[] {
          ledger.value(),
          eventId.toString(),
          event.name(),
          Integer.toString(event.version()),
          path,
          kind,
          visibility,
          keyId
        }) {
      byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
      bytes.writeBytes(utf8);
    }
    return bytes.toByteArray();
  }
}
