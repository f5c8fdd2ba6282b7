package org.jalon.benchmark;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.jspecify.annotations.Nullable;

/** Payloads that are bytes already, and metadata that nobody reads again: no time for either. */
final class BytesAsTheyAre implements EventConverter {

  private static final byte[] NO_METADATA = "{}".getBytes(StandardCharsets.UTF_8);

  @Override
  public boolean canConvert(Type sourceType, Type targetType) {
    return targetType == byte[].class;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable T convert(@Nullable Object input, Type targetType) {
    return switch (input) {
      case byte[] bytes when targetType != byte[].class && bytes.length == NO_METADATA.length ->
          (T) Map.of();
      case Map<?, ?> _ -> (T) NO_METADATA;
      case null, default -> (T) input;
    };
  }

  @Override
  public <E extends EventMessage, T> @Nullable T convertPayload(E event, Type targetType) {
    return convert(event.payload(), targetType);
  }

  @Override
  public <E extends EventMessage> E convertEvent(E event, Type targetType) {
    return event;
  }

  @Override
  public void describeTo(ComponentDescriptor descriptor) {
    descriptor.describeProperty("converter", "none");
  }
}
