package org.jalon.kernel.wire;

import org.jalon.kernel.SealedBox;

/** Seals the texts of one event under the key of its subject. */
@FunctionalInterface
interface BoxSealer {

  /** Seals one text for the field at the JSON pointer. */
  SealedBox seal(String path, String text);
}
