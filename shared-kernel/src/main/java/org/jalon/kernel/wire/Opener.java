package org.jalon.kernel.wire;

import java.util.Collection;
import java.util.Map;
import org.jalon.kernel.Narrative;

/** Opens sealed text at the read edge, with the keys as they are at this moment. */
public final class Opener {

  private final Map<String, KeyStore.KeyState> states;

  private Opener(Map<String, KeyStore.KeyState> states) {
    this.states = states;
  }

  /** Asks once for all keys of an answer. */
  public static Opener with(KeyStore keys, Collection<String> keyIds) {
    return new Opener(keyIds.isEmpty() ? Map.of() : keys.states(keyIds));
  }

  /**
   * Opens one text: {@code Written}, or {@code Erased} if its key was destroyed. What is already
   * open or withheld stays as it is.
   *
   * @throws UnreadableBox if its key is unknown, or the box was altered or moved
   */
  public Narrative open(Narrative text) {
    if (!(text instanceof Narrative.Sealed(var box, var place))) {
      return text;
    }
    KeyStore.KeyState state = states.get(box.keyId());
    if (state == null) {
      throw new UnreadableBox(
          "key %s of event %s is not in the key store; an unknown key is a fault, not an erasure: restore the key store from its backup"
              .formatted(box.keyId(), place.eventId()));
    }
    return switch (state) {
      case KeyStore.Live(var key) -> new Narrative.Written(key.open(place, box));
      case KeyStore.Destroyed(var at, _) -> new Narrative.Erased(at);
    };
  }
}
