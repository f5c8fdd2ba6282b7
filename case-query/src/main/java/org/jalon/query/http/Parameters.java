package org.jalon.query.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.InvalidValue;
import org.jalon.kernel.edge.PositionToken;
import org.jalon.kernel.edge.ProblemException;
import org.jalon.kernel.edge.Violation;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what cannot be read is a problem that names parameter and format. */
final class Parameters {

  private static final int SHOWN = 40;
  private static final Pattern INVISIBLE = Pattern.compile("\\P{Print}");

  private Parameters() {}

  static <T> @Nullable T id(String name, @Nullable String text, Function<String, T> type) {
    return read(name, text, type, "an id");
  }

  static @Nullable EffectiveDay day(String name, @Nullable String text) {
    return read(
        name, text, given -> new EffectiveDay(LocalDate.parse(given)), "a day such as 2026-03-01");
  }

  /** A position as clients carry it, {@code main:4711} or {@code 4711}. */
  static @Nullable PositionToken position(String name, @Nullable String text) {
    try {
      return text == null ? null : PositionToken.parse(text);
    } catch (ProblemException e) {
      throw refusal("POSITION_MALFORMED", name, text, "a position such as main:4711 or 4711");
    }
  }

  /** An instant, or the end of a day. A plus sign that arrived as a space is understood. */
  static @Nullable Instant moment(String name, @Nullable String text, ZoneId zone) {
    return read(
        name,
        text,
        given -> endOf(EffectiveOn.parse(given.replace(' ', '+'), zone), zone),
        "a day such as 2026-03-01 or an instant with offset such as 2026-03-01T09:30:00+01:00");
  }

  static <E extends Enum<E>> @Nullable E oneOf(String name, @Nullable String text, Class<E> type) {
    String known =
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    return read(name, text, given -> Enum.valueOf(type, given), "one of " + known);
  }

  static long number(String name, @Nullable String text, long least, long most, long otherwise) {
    Long number =
        read(
            name,
            text,
            given -> {
              long value = Long.parseLong(given);
              if (value < least || value > most) {
                throw new IllegalArgumentException("out of bounds");
              }
              return value;
            },
            "a whole number from %d to %d".formatted(least, most));
    return number == null ? otherwise : number;
  }

  static <T> @Nullable T read(
      String name, @Nullable String text, Function<String, ? extends T> type, String format) {
    if (text == null) {
      return null;
    }
    try {
      return type.apply(text);
    } catch (InvalidValue e) {
      throw refusal(e.code(), name, text, format + ": " + e.getMessage());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw refusal("PARAMETER_MALFORMED", name, text, format);
    }
  }

  private static Instant endOf(EffectiveOn point, ZoneId zone) {
    return point.instant() != null
        ? point.instant().toInstant()
        : point
            .day()
            .value()
            .plusDays(1)
            .atStartOfDay(zone)
            .toInstant()
            .minus(1, ChronoUnit.MICROS);
  }

  private static ProblemException refusal(String code, String name, String text, String expected) {
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    return ProblemException.malformed(
        Violation.ofField(
            code,
            name,
            "parameter %s '%s' is not %s"
                .formatted(name, INVISIBLE.matcher(shown).replaceAll("?"), expected)));
  }
}
