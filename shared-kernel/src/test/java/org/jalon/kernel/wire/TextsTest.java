package org.jalon.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.SealedBox;
import org.jalon.kernel.event.Event;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TextsTest {

  private static final EventCodec CODEC = new EventCodec();

  static Stream<Event> samples() {
    return Stream.concat(SampleEvents.full().stream(), SampleEvents.sparse().stream());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_texts_of_an_event_are_found_where_the_codec_puts_their_boxes(Event event) {
    var place = Fixed.place(EventCatalog.nameOf(event));
    EncodedEvent stored = CODEC.encode(event, place, Fixed.keys());
    List<String> boxes =
        stored.sealed() == null
            ? List.of()
            : CODEC.boxes(stored.sealed()).stream().map(SealedBox::path).toList();

    assertThat(
            Texts.of(CODEC.decode(place, stored.clear(), stored.sealed())).stream()
                .filter(at -> at.text() instanceof Narrative.Sealed))
        .extracting(Texts.At::path)
        .containsExactlyElementsOf(boxes);
    assertThat(Texts.of(event).stream().filter(at -> at.text() instanceof Narrative.Written))
        .extracting(Texts.At::path)
        .containsExactlyElementsOf(boxes);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_text_of_an_event_can_be_replaced_and_nothing_else_changes(Event event) {
    Narrative other = new Narrative.Written("other");

    assertThat(Texts.of(Texts.replaced(event, _ -> other)))
        .extracting(Texts.At::text)
        .hasSameSizeAs(Texts.of(event))
        .containsOnly(Texts.of(event).stream().map(_ -> other).toArray(Narrative[]::new));
    assertThat(Texts.replaced(event, text -> text)).isEqualTo(event);
  }
}
