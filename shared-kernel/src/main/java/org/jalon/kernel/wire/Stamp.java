package org.jalon.kernel.wire;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jalon.kernel.Actor;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What is noted beside every fact about how it came to be recorded; stored as the event's metadata.
 *
 * @param commandId of the command that it answers
 * @param commandName the command's public name
 * @param fingerprint of the command's body, keyed from the subject's secret where it has one: then
 *     {@code keyId:hex}, see {@link SubjectKey#fingerprint}
 * @param actor who asked
 * @param effectiveOn as it was given: a day, or an instant with its offset
 * @param correlationId shared by all that belongs to one undertaking, for example an import
 * @param provenance where an imported fact comes from; absent for what was recorded here
 */
public record Stamp(
    UUID commandId,
    String commandName,
    String fingerprint,
    Actor actor,
    String effectiveOn,
    @Nullable String correlationId,
    @Nullable String provenance) {

  private static final String COMMAND_ID = "commandId";
  private static final String COMMAND_NAME = "commandName";
  private static final String FINGERPRINT = "fingerprint";
  private static final String ACTOR = "actor";
  private static final String ON_BEHALF_OF = "onBehalfOf";
  private static final String PURPOSE = "purpose";
  private static final String EFFECTIVE_ON = "effectiveOn";
  private static final String CORRELATION_ID = "correlationId";
  private static final String PROVENANCE = "provenance";

  /** The stored form, in the order of its keys. */
  public Map<String, String> toMetadata() {
    var map = new TreeMap<String, String>();
    map.put(COMMAND_ID, commandId.toString());
    map.put(COMMAND_NAME, commandName);
    map.put(FINGERPRINT, fingerprint);
    map.put(ACTOR, actor.id().value());
    map.put(EFFECTIVE_ON, effectiveOn);
    putIfKnown(map, ON_BEHALF_OF, actor.onBehalfOf());
    putIfKnown(map, PURPOSE, actor.purpose());
    putIfKnown(map, CORRELATION_ID, correlationId);
    putIfKnown(map, PROVENANCE, provenance);
    return Collections.unmodifiableMap(map);
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalArgumentException if a part is missing
   */
  public static Stamp of(Map<String, String> metadata) {
    String onBehalfOf = metadata.get(ON_BEHALF_OF);
    String purpose = metadata.get(PURPOSE);
    return new Stamp(
        commandIdOf(metadata),
        required(metadata, COMMAND_NAME),
        required(metadata, FINGERPRINT),
        new Actor(
            new ActorId(required(metadata, ACTOR)),
            onBehalfOf == null ? null : new ActorId(onBehalfOf),
            purpose == null ? null : Purpose.valueOf(purpose)),
        required(metadata, EFFECTIVE_ON),
        metadata.get(CORRELATION_ID),
        metadata.get(PROVENANCE));
  }

  /**
   * Of the stored form only the command that the fact answers.
   *
   * @throws IllegalArgumentException if it is missing
   */
  public static UUID commandIdOf(Map<String, String> metadata) {
    return UUID.fromString(required(metadata, COMMAND_ID));
  }

  private static void putIfKnown(Map<String, String> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value.toString());
    }
  }

  private static String required(Map<String, String> metadata, String key) {
    String value = metadata.get(key);
    if (value == null) {
      throw new IllegalArgumentException("an event's metadata lacks " + key);
    }
    return value;
  }
}
