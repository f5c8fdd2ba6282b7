package org.jalon.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When something happened in the world: a day, or an instant that is kept beside its day.
 *
 * @param day what rules and measures compare
 * @param instant as it was given, with its offset; absent when only a day is known
 */
public record EffectiveOn(EffectiveDay day, @Nullable OffsetDateTime instant) {

  /** A day without a time. */
  public static EffectiveOn day(LocalDate day) {
    return new EffectiveOn(new EffectiveDay(day), null);
  }

  /** An instant, which falls on a day of the given zone. */
  public static EffectiveOn instant(OffsetDateTime instant, ZoneId zone) {
    return new EffectiveOn(
        new EffectiveDay(instant.atZoneSameInstant(zone).toLocalDate()), instant);
  }

  /**
   * Reads {@code 2026-03-01} or {@code 2026-03-01T09:30:00+01:00}.
   *
   * @throws InvalidValue if the text is neither, or out of bounds
   */
  public static EffectiveOn parse(String text, ZoneId zone) {
    try {
      return text.contains("T")
          ? instant(OffsetDateTime.parse(text), zone)
          : day(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new InvalidValue(
          "DATE_MALFORMED",
          "'%s' is neither a day such as 2026-03-01 nor an instant with offset such as 2026-03-01T09:30:00+01:00"
              .formatted(Excerpt.of(text)));
    }
  }

  @Override
  public String toString() {
    return instant == null ? day.toString() : instant.toString();
  }
}
