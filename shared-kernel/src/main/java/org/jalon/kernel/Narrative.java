package org.jalon.kernel;

import java.time.Instant;

/** Free text about people: written at one edge, sealed everywhere between, opened at the other. */
public sealed interface Narrative {

  /** The most characters of one text. */
  int LONGEST = 20_000;

  /**
   * Readable text, on its way in or just opened.
   *
   * @param text 1 to 20,000 characters, not blank; tab and line breaks are its only control
   *     characters
   */
  record Written(String text) implements Narrative {

    /**
     * @throws InvalidValue if the text is blank, too long or holds control or broken characters
     */
    public Written {
      if (text.isBlank()) {
        throw new InvalidValue(
            "TEXT_MALFORMED",
            "a text is not blank; write it, or leave out a field that may be absent");
      }
      if (text.length() > LONGEST) {
        throw new InvalidValue(
            "TEXT_MALFORMED",
            "a text has at most %d characters, this one has %d; split it over several entries"
                .formatted(LONGEST, text.length()));
      }
      if (Excerpt.holdsHalfCharacters(text)) {
        throw new InvalidValue(
            "TEXT_MALFORMED",
            "a text holds half of a character (a lone surrogate); send it as whole UTF-8");
      }
      text.chars()
          .filter(c -> Character.isISOControl(c) && "\t\n\r".indexOf(c) < 0)
          .findFirst()
          .ifPresent(
              c -> {
                throw new InvalidValue(
                    "TEXT_MALFORMED",
                    "a text holds no control characters, this one has U+%04X".formatted(c));
              });
    }

    /** Says nothing of the content: texts never reach a log. */
    @Override
    public String toString() {
      return "Written[%d characters]".formatted(text.length());
    }
  }

  /**
   * Sealed text as it is stored and carried. It knows the event that it was sealed for, so that
   * whoever folds may carry it anywhere and the read edge still opens it.
   *
   * @param place where it opens, together with the path in its box
   */
  record Sealed(SealedBox box, BoxPlace place) implements Narrative {}

  /** Text whose sealed bytes were left out of the copy at hand. */
  record Withheld() implements Narrative {}

  /**
   * Text whose key was destroyed.
   *
   * @param erasedAt when the key was destroyed
   */
  record Erased(Instant erasedAt) implements Narrative {}
}
