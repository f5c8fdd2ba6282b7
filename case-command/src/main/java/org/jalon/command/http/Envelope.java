package org.jalon.command.http;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.InvalidValue;
import org.jalon.kernel.edge.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every command carries beside its fields.
 *
 * @param commandId given, or generated
 * @param effectiveOn given, or now
 * @param given effectiveOn as it stands in the body, if it does
 * @param today in the zone of the installation
 */
record Envelope(
    UUID commandId, EffectiveOn effectiveOn, @Nullable String given, EffectiveDay today) {

  /** The names of its fields. */
  static final Set<String> FIELDS = Set.of("commandId", "effectiveOn");

  private static final Pattern UUID_SHAPE =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  static Envelope read(
      ObjectNode body, InstantSource clock, ZoneId zone, List<Violation> violations) {
    var now = clock.instant().atZone(zone).toOffsetDateTime();
    String given = text(body, "effectiveOn", violations);
    return new Envelope(
        commandId(text(body, "commandId", violations), violations),
        effectiveOn(given, EffectiveOn.instant(now, zone), zone, violations),
        given,
        new EffectiveDay(LocalDate.ofInstant(clock.instant(), zone)));
  }

  private static UUID commandId(@Nullable String given, List<Violation> violations) {
    if (given == null) {
      return UUID.randomUUID();
    }
    if (!UUID_SHAPE.matcher(given).matches()) {
      violations.add(
          Violation.ofField(
              "COMMAND_ID_MALFORMED",
              "commandId",
              "a commandId is a UUID such as 018f6d2e-7a3b-7c4d-8e5f-000000000001"));
      return new UUID(0, 0);
    }
    return UUID.fromString(given);
  }

  private static EffectiveOn effectiveOn(
      @Nullable String given, EffectiveOn now, ZoneId zone, List<Violation> violations) {
    if (given == null) {
      return now;
    }
    try {
      return EffectiveOn.parse(given, zone);
    } catch (InvalidValue e) {
      violations.add(Violation.ofField(e.code(), "effectiveOn", String.valueOf(e.getMessage())));
      return now;
    }
  }

  private static @Nullable String text(ObjectNode body, String name, List<Violation> violations) {
    JsonNode node = body.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      violations.add(
          Violation.ofField("TYPE_MISMATCH", name, "field %s is a text".formatted(name)));
      return null;
    }
    return node.stringValue();
  }
}
