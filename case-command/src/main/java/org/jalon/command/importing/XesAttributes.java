package org.jalon.command.importing;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The attributes of one trace or event: first level only, known keys only. What is at fault goes to
 * {@code faults} and counts as absent. Blank is absent, and so is the placeholder that the log
 * declares for the key.
 */
final class XesAttributes {
  static final String NAME = "concept:name";
  static final String INSTANCE = "concept:instance";
  static final String RESOURCE = "org:resource";
  static final String TIMESTAMP = "time:timestamp";
  static final String RESPONSIBLE = "responsible";
  static final String STARTDATE = "startdate";
  static final String ENDDATE = "enddate";
  private static final Set<String> KNOWN =
      Set.of(NAME, INSTANCE, RESOURCE, TIMESTAMP, RESPONSIBLE, STARTDATE, ENDDATE);
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  private record Written(long line, String value) {}

  private final Map<String, Written> written = new HashMap<>();
  private final Placeholders placeholders;
  private final Consumer<SkippedLine> faults;

  XesAttributes(Placeholders placeholders, Consumer<SkippedLine> faults) {
    this.placeholders = placeholders;
    this.faults = faults;
  }

  /** Takes the attribute whose start tag was just read, and leaves its end tag behind. */
  void take(XmlEvents tags) throws IOException {
    var line = tags.line();
    var key = tags.attribute("key").filter(KNOWN::contains);
    var value = tags.attribute("value").filter(text -> !text.isBlank());
    tags.skipElement();
    if (key.isPresent()
        && value.isPresent()
        && !placeholders.covers(key.get(), value.get())
        && written.putIfAbsent(key.get(), new Written(line, value.get())) != null) {
      faults.accept(
          SkippedLine.of(
              line, key.get(), value.get(), key.get() + " stands here a second time; keep one"));
    }
  }

  Optional<String> text(String key) {
    var found = Optional.ofNullable(written.get(key));
    var bad = found.filter(it -> it.value().codePoints().anyMatch(Character::isISOControl));
    bad.ifPresent(
        it ->
            faults.accept(
                SkippedLine.of(
                    it.line(), key, it.value(), key + " holds a control character; remove it")));
    return bad.isPresent() ? Optional.empty() : found.map(Written::value);
  }

  Optional<OffsetDateTime> instant(String key) {
    return Optional.ofNullable(written.get(key)).flatMap(it -> instant(key, it));
  }

  private Optional<OffsetDateTime> instant(String key, Written it) {
    OffsetDateTime instant;
    try {
      instant = OffsetDateTime.parse(it.value().strip(), DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    } catch (DateTimeParseException _) {
      return fault(
          key,
          it,
          hasNoOffset(it.value().strip())
              ? "an instant needs its offset from UTC, such as 2010-10-05T08:00:00+02:00"
              : "not an instant; write it such as 2010-10-05T08:00:00+02:00");
    }
    return instant.getYear() < FIRST_YEAR || instant.getYear() > LAST_YEAR
        ? fault(key, it, "a fact lies between the years " + FIRST_YEAR + " and " + LAST_YEAR)
        : Optional.of(instant);
  }

  private static boolean hasNoOffset(String value) {
    try {
      LocalDateTime.parse(value);
      return true;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private Optional<OffsetDateTime> fault(String key, Written it, String reason) {
    faults.accept(SkippedLine.of(it.line(), key, it.value(), key + ": " + reason));
    return Optional.empty();
  }
}
