package org.jalon.kernel.wire;

import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.Replacement;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
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

  ReplacementModule() {
    super("jalon-replacements");
    addSerializer(new Nested());
    addDeserializer(Replacement.class, new Unnested());
  }

  private static final class Nested extends StdSerializer<Replacement> {
    Nested() {
      super(Replacement.class);
    }

    @Override
    public void serialize(Replacement it, JsonGenerator out, SerializationContext context) {
      EventName name = EventCatalog.nameOf(it.event());
      out.writeStartObject();
      out.writeStringProperty(DAY, it.day().toString());
      out.writeStringProperty(EFFECTIVE_ON, it.effectiveOn());
      out.writeStringProperty(TYPE, name.name());
      out.writeNumberProperty(VERSION, name.version());
      out.writeName(DATA);
      context.writeValue(out, it.event());
      out.writeEndObject();
    }
  }

  private static final class Unnested extends StdDeserializer<Replacement> {
    Unnested() {
      super(Replacement.class);
    }

    @Override
    public Replacement deserialize(JsonParser in, DeserializationContext context) {
      value(DAY, in, context);
      EffectiveDay day = context.readValue(in, EffectiveDay.class);
      value(EFFECTIVE_ON, in, context);
      String effectiveOn = context.readValue(in, String.class);
      value(TYPE, in, context);
      String type = context.readValue(in, String.class);
      value(VERSION, in, context);
      int version = context.readValue(in, Integer.class);
      value(DATA, in, context);
      Event event = context.readValue(in, EventCatalog.typeOf(type, version));
      if (in.nextToken() != JsonToken.END_OBJECT) {
        context.handleUnknownProperty(in, this, Replacement.class, in.currentName());
      }
      return new Replacement(day, effectiveOn, event);
    }

    /** Moves on to the value of the next field, which must be this one. */
    private static void value(String field, JsonParser in, DeserializationContext context) {
      if (in.nextToken() != JsonToken.PROPERTY_NAME || !in.currentName().equals(field)) {
        context.reportInputMismatch(
            Replacement.class, "field %s of a replacement is missing or not in its place", field);
      }
      in.nextToken();
    }
  }
}
