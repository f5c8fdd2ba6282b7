package org.jalon.workload.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.InvalidValue;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.edge.ProblemException;
import org.jalon.kernel.edge.Violation;
import org.jalon.workload.caseload.Dimension;
import org.jalon.workload.caseload.Selection;
import org.jalon.workload.span.Dated;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what cannot be read is a 400 that names parameter, value and rule. */
final class Parameters {

  private static final int SHOWN = 40;

  private Parameters() {}

  /** By what a caseload is broken down. */
  static Dimension by(@Nullable String text) {
    return word("by", required("by", text, "one of " + list(Dimension.class)), Dimension.class);
  }

  /** JSON unless something else is asked for. */
  static Format format(@Nullable String text) {
    return text == null ? Format.JSON : word("format", text, Format.class);
  }

  static Selection selection(
      @Nullable String profession,
      @Nullable String team,
      @Nullable String territory,
      @Nullable String programme,
      @Nullable String referent) {
    return new Selection(
        id("profession", profession, ProfessionId::new),
        id("team", team, TeamId::new),
        id("territory", territory, TerritoryId::new),
        id("programme", programme, ProgrammeId::new),
        id("referent", referent, ProfessionalId::new));
  }

  /** One word of a closed list, written in lower case. */
  static <E extends Enum<E>> E word(String name, String text, Class<E> words) {
    for (E word : words.getEnumConstants()) {
      if (lower(word).equals(text)) {
        return word;
      }
    }
    throw malformed(name, text, "is not one of " + list(words));
  }

  static String required(String name, @Nullable String text, String what) {
    if (text == null || text.isBlank()) {
      throw ProblemException.malformed(
          Violation.ofField(
              "PARAMETER_MISSING", name, "parameter %s is missing: %s".formatted(name, what)));
    }
    return text;
  }

  static <T> @Nullable T id(String name, @Nullable String text, Function<String, T> constructor) {
    if (text == null) {
      return null;
    }
    try {
      return constructor.apply(text);
    } catch (InvalidValue e) {
      throw malformed(e, name);
    }
  }

  /** A day at whose end something can be said. */
  static EffectiveDay day(String name, String text) {
    try {
      var day = new EffectiveDay(LocalDate.parse(text));
      if (day.isBefore(Dated.OPEN)) {
        return day;
      }
    } catch (InvalidValue _) {
      throw malformed(name, text, "is not from 1900-01-01 to 9999-12-30");
    } catch (DateTimeException _) {
      throw malformed(name, text, "is not a day such as 2026-03-01");
    }
    throw malformed(name, text, "is not from 1900-01-01 to 9999-12-30");
  }

  /** An instant with offset, or a day, which means its end. */
  static Optional<Instant> moment(String name, @Nullable String text, ZoneId zone) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      // An unescaped + of an offset arrives as a space.
      EffectiveOn moment = EffectiveOn.parse(text.replace(' ', '+'), zone);
      return Optional.of(
          moment.instant() == null ? end(moment.day(), zone) : moment.instant().toInstant());
    } catch (InvalidValue e) {
      throw malformed(e, name);
    }
  }

  /** The lower-case words of a closed list. */
  static <E extends Enum<E>> String list(Class<E> words) {
    return Arrays.stream(words.getEnumConstants())
        .map(Parameters::lower)
        .collect(Collectors.joining(", "));
  }

  static ProblemException malformed(String name, String text, String finding) {
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    return ProblemException.malformed(
        Violation.ofField(
            "PARAMETER_MALFORMED", name, "parameter %s: '%s' %s".formatted(name, shown, finding)));
  }

  private static ProblemException malformed(InvalidValue e, String name) {
    return ProblemException.malformed(
        Violation.ofField(e.code(), name, "parameter %s: %s".formatted(name, e.getMessage())));
  }

  private static Instant end(EffectiveDay day, ZoneId zone) {
    return day.value().plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
