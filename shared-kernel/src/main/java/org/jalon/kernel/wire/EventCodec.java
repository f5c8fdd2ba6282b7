package org.jalon.kernel.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jalon.kernel.BoxPlace;
import org.jalon.kernel.SealedBox;
import org.jalon.kernel.event.Event;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events to stored bytes and back; free text goes into boxes and comes back as boxes. The bytes are
 * hashed for ever: compact JSON, fields in the order of the record, absent fields left out.
 */
public final class EventCodec {

  private static final TypeReference<List<SealedBox>> BOX_LIST = new TypeReference<>() {};

  private final EventVersions versions;
  private final JsonMapper json;

  /** Writes and reads what the catalogue names. */
  public EventCodec() {
    this(EventCatalog.VERSIONS);
  }

  EventCodec(EventVersions versions) {
    this.versions = versions;
    this.json = mapper(versions);
  }

  private static JsonMapper mapper(EventVersions versions) {
    return JsonMapper.builder()
        .addModule(new ValueModule())
        .addModule(new NarrativeModule())
        .addModule(new ReplacementModule(versions))
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }

  /**
   * Writes an event, its texts sealed for this place under the key of its case. Texts that were
   * sealed for another event or field are sealed again here; those whose key was destroyed become
   * {@code {"erased": "<instant>"}}.
   *
   * @param place where it will be recorded, under its name and version in the catalogue
   * @throws UnreadableBox if it holds text that was sealed before and does not open: recorded here,
   *     it would never open
   * @throws KeyUnavailable if there is a text and the key store cannot be reached
   * @throws IllegalStateException if it holds text that was withheld, or text and no case
   */
  public EncodedEvent encode(Event event, BoxPlace place, KeyStore keys) {
    if (!EventName.of(place).equals(versions.nameOf(event.getClass()))) {
      throw new IllegalArgumentException(
          "%s is not stored as %s".formatted(event.getClass(), EventName.of(place)));
    }
    var boxes = new Boxes(new BoxSealer(place, Event.caseOf(event), keys));
    byte[] clear = clear(event, boxes);
    byte[] sealed = boxes.sealed().isEmpty() ? null : json.writeValueAsBytes(boxes.sealed());
    return new EncodedEvent(EventName.of(place), clear, sealed);
  }

  /**
   * Reads an event, its texts sealed.
   *
   * @param place the event with the name and version that it is stored under
   * @param sealed absent if there is no text, or where the copy at hand leaves the boxes out: texts
   *     are then withheld
   * @throws UnknownEvent if name and version are not in the catalogue, nor an older one that is
   *     read as today's
   */
  public Event decode(BoxPlace place, byte[] clear, byte @Nullable [] sealed) {
    EventName name = EventName.of(place);
    return sealed == null
        ? decodeWithoutTexts(name, clear)
        : read(name, clear, new SealedPart.At(place, boxes(sealed)));
  }

  /**
   * Reads what is in clear of an event; texts are withheld.
   *
   * @throws UnknownEvent as above
   */
  public Event decodeWithoutTexts(EventName name, byte[] clear) {
    return read(name, clear, new SealedPart.LeftOut());
  }

  /** The boxes of a stored event's sealed bytes. */
  public List<SealedBox> boxes(byte[] sealed) {
    return json.readValue(sealed, BOX_LIST);
  }

  private byte[] clear(Event event, Boxes boxes) {
    try {
      return json.writer().withAttribute(Boxes.class, boxes).writeValueAsBytes(event);
    } catch (JacksonException e) {
      throw ours(e);
    }
  }

  private Event read(EventName name, byte[] clear, SealedPart part) {
    try {
      EventVersions.Reading reading = versions.reading(name);
      ObjectReader reader = json.readerFor(reading.type());
      if (reading.upcasts().isEmpty()) {
        return reader.withAttribute(SealedPart.class, part).readValue(clear);
      }
      ObjectNode stored = json.readValue(clear, ObjectNode.class);
      SealedPart compared = part.compared(stored, "");
      return reader.withAttribute(SealedPart.class, compared).readValue(reading.upcast(stored));
    } catch (JacksonException e) {
      throw ours(e);
    }
  }

  /** What went wrong in one of our own fields, without the wrapping that Jackson adds. */
  private static RuntimeException ours(JacksonException thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      switch (e) {
        case UnreadableBox unreadable -> {
          return unreadable;
        }
        case UnknownEvent unknown -> {
          return unknown;
        }
        case KeyUnavailable away -> {
          return away;
        }
        default -> {}
      }
    }
    return thrown;
  }
}
