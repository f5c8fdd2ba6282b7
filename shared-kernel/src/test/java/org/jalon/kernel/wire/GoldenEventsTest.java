package org.jalon.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jalon.kernel.BoxPlace;
import org.jalon.kernel.event.Event;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stored form of every event version, for ever. A new version gets its file by {@code
 * -Djalon.golden.write=true}, which never changes a file that is there.
 */
final class GoldenEventsTest {

  private static final EventCodec CODEC = new EventCodec();

  record Sample(Event event, Path file) {

    BoxPlace place() {
      return Fixed.place(name());
    }

    EventName name() {
      return EventCatalog.nameOf(event);
    }

    EncodedEvent encoded() {
      return CODEC.encode(event, place(), Fixed.keys());
    }
  }

  static Stream<Sample> samples() {
    return Stream.concat(
        SampleEvents.full().stream().map(e -> new Sample(e, Golden.full(EventCatalog.nameOf(e)))),
        SampleEvents.sparse().stream()
            .map(e -> new Sample(e, Golden.sparse(EventCatalog.nameOf(e)))));
  }

  @BeforeAll
  static void write_what_is_missing_if_asked() throws IOException {
    if (Boolean.getBoolean("jalon.golden.write")) {
      for (Sample sample : samples().toList()) {
        Golden.writeIfAbsent(sample.file(), sample.encoded());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_fact_is_stored_as_its_golden_file_says(Sample sample) throws IOException {
    EncodedEvent encoded = sample.encoded();
    Golden golden = Golden.read(sample.file());

    assertThat(new String(encoded.clear(), UTF_8)).isEqualTo(new String(golden.clear(), UTF_8));
    assertThat(encoded.sealed()).isEqualTo(golden.sealed());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void what_is_read_is_written_again_as_the_same_bytes(Sample sample) throws IOException {
    Golden golden = Golden.read(sample.file());

    Event read = CODEC.decode(sample.place(), golden.clear(), golden.sealed());
    EncodedEvent again = CODEC.encode(read, sample.place(), Fixed.keys());

    assertThat(read).isInstanceOf(sample.event().getClass());
    assertThat(again.clear()).isEqualTo(golden.clear());
    assertThat(again.sealed()).isEqualTo(golden.sealed());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void without_its_sealed_part_a_fact_can_still_be_read(Sample sample) throws IOException {
    Golden golden = Golden.read(sample.file());

    assertThat(CODEC.decodeWithoutTexts(sample.name(), golden.clear()))
        .isInstanceOf(sample.event().getClass());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_field_that_nobody_knows_is_an_error(Sample sample) throws IOException {
    Golden golden = Golden.read(sample.file());
    String clear = new String(golden.clear(), UTF_8);
    byte[] more = clear.replaceFirst("}$", ",\"unheardOf\":1}").getBytes(UTF_8);

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> CODEC.decode(sample.place(), more, golden.sealed()))
        .withMessageContaining("unheardOf");
  }

  @Test
  void every_line_of_the_catalogue_has_its_golden_file_and_every_file_its_line()
      throws IOException {
    List<String> full =
        EventCatalog.entries().stream()
            .map(entry -> Golden.full(entry.name()).getFileName().toString())
            .toList();

    assertThat(Golden.names())
        .containsAll(full)
        .allSatisfy(file -> assertThat(typeOf(file)).isNotNull());
  }

  static List<String> files() throws IOException {
    return Golden.names();
  }

  @ParameterizedTest
  @MethodSource("files")
  void what_was_ever_stored_can_be_read(String file) throws IOException {
    Golden golden = Golden.read(Golden.FOLDER.resolve(file));

    assertThat(CODEC.decode(Fixed.place(nameOf(file)), golden.clear(), golden.sealed()))
        .isInstanceOf(typeOf(file));
  }

  private static Class<? extends Event> typeOf(String file) {
    return EventCatalog.typeOf(nameOf(file).name(), nameOf(file).version());
  }

  private static EventName nameOf(String file) {
    String[] parts = file.split("\\.");
    return new EventName(parts[0], Integer.parseInt(parts[1].substring(1)));
  }

  @Test
  void every_golden_file_of_a_version_of_today_has_its_sample() throws IOException {
    assertThat(samples().map(sample -> sample.file().getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(
            Golden.names().stream()
                .filter(file -> EventCatalog.nameOf(typeOf(file)).equals(nameOf(file)))
                .toList());
  }

  @Test
  void every_kind_of_fact_has_exactly_one_line_in_the_catalogue() {
    List<Class<?>> kinds = new ArrayList<>();
    collect(Event.class, kinds);

    assertThat(EventCatalog.entries())
        .<Class<?>>extracting(EventCatalog.Entry::type)
        .containsExactlyInAnyOrderElementsOf(kinds);
  }

  @Test
  void no_stored_name_means_two_things() {
    assertThat(EventCatalog.entries())
        .extracting(EventCatalog.Entry::name)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name.version()).isPositive());
  }

  @Test
  void every_kind_with_fields_that_may_be_absent_has_a_sample_without_them() throws IOException {
    List<String> names = Golden.names();
    for (EventCatalog.Entry entry : EventCatalog.entries()) {
      boolean optional =
          Stream.of(entry.type().getRecordComponents())
              .anyMatch(
                  c ->
                      c.getAnnotatedType()
                          .isAnnotationPresent(org.jspecify.annotations.Nullable.class));
      assertThat(names.contains(Golden.sparse(entry.name()).getFileName().toString()))
          .as(entry.name().toString())
          .isEqualTo(optional);
    }
  }

  @Test
  void an_unknown_name_or_version_stops_the_reader() {
    assertThatExceptionOfType(UnknownEvent.class)
        .isThrownBy(
            () -> CODEC.decodeWithoutTexts(new EventName("CaseOpened", 2), "{}".getBytes(UTF_8)));
    assertThatExceptionOfType(UnknownEvent.class)
        .isThrownBy(
            () -> CODEC.decodeWithoutTexts(new EventName("CaseLost", 1), "{}".getBytes(UTF_8)));
  }

  private static void collect(Class<?> type, List<Class<?>> kinds) {
    if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        collect(permitted, kinds);
      }
    } else {
      assertThat(type.isRecord() && Modifier.isPublic(type.getModifiers())).as("" + type).isTrue();
      kinds.add(type);
    }
  }
}
