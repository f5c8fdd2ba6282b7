package org.jalon.kernel.wire;

import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.Replacement;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * An event within an event, under its own stored name and version: {@code {"day", "effectiveOn",
 * "type", "version", "data"}}, in this order.
 */
final class ReplacementModule extends SimpleModule {

  private static final long serialVersionUID = 1L;
  private static final String DAY = "day";
  private static final String EFFECTIVE_ON = "effectiveOn";
  private static final String TYPE = "type";
  private static final String VERSION = "version";
  private static final String DATA = "data";

  ReplacementModule(EventVersions versions) {
    super("jalon-replacements");
    addSerializer(new Nested(versions));
    addDeserializer(Replacement.class, new Unnested(versions));
  }

  private static final class Nested extends StdSerializer<Replacement> {
    private final EventVersions versions;

    Nested(EventVersions versions) {
      super(Replacement.class);
      this.versions = versions;
    }

    @Override
    public void serialize(Replacement it, JsonGenerator out, SerializationContext context) {
      EventName name = versions.nameOf(it.event().getClass());
      out.writeStartObject();
      out.writeStringProperty(DAY, it.day().toString());
      if (it.effectiveOn() != null) {
        out.writeStringProperty(EFFECTIVE_ON, it.effectiveOn());
      }
      out.writeStringProperty(TYPE, name.name());
      out.writeNumberProperty(VERSION, name.version());
      out.writeName(DATA);
      context.writeValue(out, it.event());
      out.writeEndObject();
    }
  }

  private static final class Unnested extends StdDeserializer<Replacement> {
    private final EventVersions versions;

    Unnested(EventVersions versions) {
      super(Replacement.class);
      this.versions = versions;
    }

    @Override
    public Replacement deserialize(JsonParser in, DeserializationContext context) {
      value(DAY, in, context);
      EffectiveDay day = context.readValue(in, EffectiveDay.class);
      in.nextToken();
      String effectiveOn = effectiveOn(in, context);
      named(TYPE, in, context);
      String type = context.readValue(in, String.class);
      value(VERSION, in, context);
      int version = context.readValue(in, Integer.class);
      value(DATA, in, context);
      Event event = event(versions.reading(new EventName(type, version)), in, context);
      if (in.nextToken() != JsonToken.END_OBJECT) {
        context.handleUnknownProperty(in, this, Replacement.class, in.currentName());
      }
      return new Replacement(day, effectiveOn, event);
    }

    private static Event event(
        EventVersions.Reading reading, JsonParser in, DeserializationContext context) {
      if (reading.upcasts().isEmpty()) {
        return context.readValue(in, reading.type());
      }
      SealedPart part = SealedPart.in(context);
      String at = in.streamReadContext().pathAsPointer().toString();
      ObjectNode stored = context.readValue(in, ObjectNode.class);
      context.setAttribute(SealedPart.class, part.compared(stored, at));
      try {
        return context.readTreeAsValue(reading.upcast(stored), reading.type());
      } finally {
        context.setAttribute(SealedPart.class, part);
      }
    }

    /** Absent where the rectification did not name it. */
    private static @Nullable String effectiveOn(JsonParser in, DeserializationContext context) {
      if (!EFFECTIVE_ON.equals(in.currentName())) {
        return null;
      }
      in.nextToken();
      String given = context.readValue(in, String.class);
      in.nextToken();
      return given;
    }

    /** Moves on to the value of the next field, which must be this one. */
    private static void value(String field, JsonParser in, DeserializationContext context) {
      in.nextToken();
      named(field, in, context);
    }

    /** Steps from a field's name to its value. */
    private static void named(String field, JsonParser in, DeserializationContext context) {
      if (in.currentToken() != JsonToken.PROPERTY_NAME || !in.currentName().equals(field)) {
        context.reportInputMismatch(
            Replacement.class, "field %s of a replacement is missing or not in its place", field);
      }
      in.nextToken();
    }
  }
}
