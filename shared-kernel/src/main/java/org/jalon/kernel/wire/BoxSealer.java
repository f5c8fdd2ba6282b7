package org.jalon.kernel.wire;

import java.util.function.Supplier;
import org.jalon.kernel.BoxPlace;
import org.jalon.kernel.SealedBox;
import org.jspecify.annotations.Nullable;

/** Puts the texts of one event into boxes. */
interface BoxSealer {

  /** Seals one text for the field at the JSON pointer. */
  SealedBox seal(String path, String text);

  /** Lets a text that was sealed before be recorded with this event, if it can open there. */
  SealedBox keep(SealedBox box);

  /** Seals under the key of the event's subject, which is asked for once, when first needed. */
  final class Under implements BoxSealer {

    private final Supplier<SubjectKey> keys;
    private final BoxPlace place;
    private @Nullable SubjectKey key;

    Under(Supplier<SubjectKey> keys, BoxPlace place) {
      this.keys = keys;
      this.place = place;
    }

    @Override
    public SealedBox seal(String path, String text) {
      return key().seal(place, path, text);
    }

    @Override
    public SealedBox keep(SealedBox box) {
      key().open(place, box);
      return box;
    }

    private SubjectKey key() {
      SubjectKey known = key;
      if (known == null) {
        known = keys.get();
        key = known;
      }
      return known;
    }
  }

  /** Has no key: seals nothing and trusts what is sealed already. */
  record Keyless() implements BoxSealer {

    @Override
    public SealedBox seal(String path, String text) {
      throw new IllegalStateException("free text at " + path + " has no key to be sealed with");
    }

    @Override
    public SealedBox keep(SealedBox box) {
      return box;
    }
  }
}
