package org.jalon.command.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.InvalidValue;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.command.EntryPosition;
import org.jalon.kernel.command.Fields;
import org.jalon.kernel.wire.ValueModule;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** JSON as commands carry it: strict, bounded, free text in clear. */
final class CommandJson {

  /** The deepest nesting of a body. */
  static final int DEPTH = 16;

  /** The longest single text of a body, in characters. */
  static final int TEXT = 1_000_000;

  private CommandJson() {}

  static JsonMapper mapper() {
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEPTH)
            .maxStringLength(TEXT)
            .maxNumberLength(100)
            .build();
    var factory = JsonFactory.builder().streamReadConstraints(constraints).build();
    return JsonMapper.builder(factory)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .addModule(new ValueModule())
        .addModule(texts())
        .build();
  }

  private static SimpleModule texts() {
    var module = new SimpleModule("jalon-command-texts");
    module.addDeserializer(Narrative.class, new ClearText());
    module.addSerializer(new ClearTextOut());
    module.addDeserializer(LocalDate.class, new Day());
    module.addDeserializer(Fields.class, new FreeFields());
    module.addDeserializer(EntryPosition.class, new Position());
    return module;
  }

  private static final class ClearText extends StdDeserializer<Narrative> {
    ClearText() {
      super(Narrative.class);
    }

    @Override
    public Narrative deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken() != JsonToken.VALUE_STRING) {
        throw new InvalidValue("TYPE_MISMATCH", "a text is expected here");
      }
      return new Narrative.Written(in.getString());
    }
  }

  private static final class ClearTextOut extends StdSerializer<Narrative> {
    ClearTextOut() {
      super(Narrative.class);
    }

    @Override
    public void serialize(Narrative text, JsonGenerator out, SerializationContext context) {
      if (!(text instanceof Narrative.Written written)) {
        throw new IllegalStateException("a command carries written text only");
      }
      out.writeString(written.text());
    }
  }

  /** Which types they need is known once the entry is. */
  private static final class FreeFields extends StdDeserializer<Fields> {
    FreeFields() {
      super(Fields.class);
    }

    @Override
    public Fields deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken() != JsonToken.START_OBJECT) {
        throw new InvalidValue("TYPE_MISMATCH", "an object of fields and values is expected here");
      }
      return new Fields(
          context.readValue(
              in,
              context.getTypeFactory().constructMapType(Map.class, String.class, Object.class)));
    }
  }

  private static final class Position extends StdDeserializer<EntryPosition> {
    Position() {
      super(EntryPosition.class);
    }

    @Override
    public EntryPosition deserialize(JsonParser in, DeserializationContext context) {
      return switch (in.currentToken()) {
        case VALUE_NUMBER_INT, VALUE_STRING -> EntryPosition.parse(in.getString());
        default ->
            throw new InvalidValue(
                "TYPE_MISMATCH", "a position is expected here, such as 4711 or \"main:4711\"");
      };
    }
  }

  private static final class Day extends StdDeserializer<LocalDate> {
    Day() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken() != JsonToken.VALUE_STRING) {
        throw new InvalidValue("TYPE_MISMATCH", "a day such as \"2026-03-01\" is expected here");
      }
      try {
        return new EffectiveDay(LocalDate.parse(in.getString())).value();
      } catch (DateTimeException e) {
        throw new InvalidValue("DATE_MALFORMED", "this is not a day such as 2026-03-01");
      }
    }
  }
}
