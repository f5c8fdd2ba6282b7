package org.jalon.kernel.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jalon.kernel.BoxPlace;
import org.jalon.kernel.SealedBox;
import org.jalon.kernel.Visibility;

/** What a box is bound to: the additional data of its encryption. */
final class BoundData {

  private BoundData() {}

  /** Every part with its length before it, so that no two places share their bytes. */
  static byte[] of(
      BoxPlace place, String path, SealedBox.Kind kind, Visibility visibility, String keyId) {
    var bytes = new ByteArrayOutputStream();
    for (String part :
        new String[] {
          place.ledger().value(),
          place.eventId().toString(),
          place.name(),
          Integer.toString(place.version()),
          path,
          kind.name(),
          visibility.name(),
          keyId
        }) {
      byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
      bytes.writeBytes(utf8);
    }
    return bytes.toByteArray();
  }
}
