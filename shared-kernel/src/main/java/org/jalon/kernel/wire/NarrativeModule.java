package org.jalon.kernel.wire;

import java.time.Instant;
import org.jalon.kernel.Narrative;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Free text leaves an event for its boxes: what stays in clear is {@code {"box": n}}, the n-th box
 * from 0, or {@code {"erased": "<instant>"}} if its key was destroyed before. Text that meets no
 * {@link Boxes} is refused rather than written in clear.
 */
final class NarrativeModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  NarrativeModule() {
    super("jalon-narratives");
    addSerializer(new IntoBox());
    addDeserializer(Narrative.class, new OutOfBox());
  }

  private static final class IntoBox extends StdSerializer<Narrative> {
    IntoBox() {
      super(Narrative.class);
    }

    @Override
    public void serialize(Narrative text, JsonGenerator out, SerializationContext context) {
      if (!(context.getAttribute(Boxes.class) instanceof Boxes boxes)) {
        throw new IllegalStateException("free text was about to be written outside a box");
      }
      out.writeStartObject(); // only now does an array know the index of this element
      String path = out.streamWriteContext().pathAsPointer().toString();
      boxes.put(path, text).write(out);
      out.writeEndObject();
    }
  }

  private static final class OutOfBox extends StdDeserializer<Narrative> {
    OutOfBox() {
      super(Narrative.class);
    }

    @Override
    public Narrative deserialize(JsonParser in, DeserializationContext context) {
      String path = in.streamReadContext().pathAsPointer().toString();
      BoxReference reference =
          BoxReference.of(context.readTree(in))
              .orElseThrow(
                  () ->
                      new UnreadableBox(
                          "an event has no reference to a box at %s: free text is never stored in clear"
                              .formatted(path)));
      return switch (reference) {
        case BoxReference.Box(int index) -> SealedPart.in(context).text(index, path);
        case BoxReference.Erased(Instant at) -> new Narrative.Erased(at);
      };
    }
  }
}
