package org.jalon.kernel.wire;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import org.jalon.kernel.Narrative;

/** Opens sealed text at the read edge, with the keys as they are at this moment. */
public final class Opener {

  private final Map<String, KeyStore.KeyState> states;
  private final Resealed resealed;

  private Opener(Map<String, KeyStore.KeyState> states, Resealed resealed) {
    this.states = states;
    this.resealed = resealed;
  }

  /**
   * Asks once for all keys of an answer.
   *
   * @param keyIds of all boxes that will be opened
   * @param resealed where the texts of the cases stand since their last redaction
   * @throws KeyUnavailable if the key store does not answer
   */
  public static Opener with(KeyStore keys, Collection<String> keyIds, Resealed resealed) {
    var all = new HashSet<>(keyIds);
    all.addAll(resealed.keyIds());
    return new Opener(all.isEmpty() ? Map.of() : keys.states(all), resealed);
  }

  /**
   * Opens one text: {@code Written}, or {@code Erased} if its key was destroyed and it was not
   * sealed again under one that opens. What is open, erased or withheld already stays as it is.
   *
   * @throws UnreadableBox if its key is unknown, or the box was altered or moved
   */
  public Narrative open(Narrative text) {
    if (!(text instanceof Narrative.Sealed sealed)) {
      return text;
    }
    return switch (state(sealed)) {
      case KeyStore.Live(var key) -> new Narrative.Written(key.open(sealed.place(), sealed.box()));
      case KeyStore.Destroyed(var at, _) ->
          resealed.find(sealed).map(this::open).orElse(new Narrative.Erased(at));
    };
  }

  private KeyStore.KeyState state(Narrative.Sealed text) {
    KeyStore.KeyState state = states.get(text.box().keyId());
    if (state == null) {
      throw new UnreadableBox(
          "key %s of event %s is not in the key store; an unknown key is a fault, not an erasure: restore the key store from its backup"
              .formatted(text.box().keyId(), text.place().eventId()));
    }
    return state;
  }
}
