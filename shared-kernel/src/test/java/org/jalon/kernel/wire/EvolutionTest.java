package org.jalon.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jalon.kernel.BoxPlace;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.SealedBox;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A catalogue as it may be one day: the third version of a closure, whose first named its fields
 * otherwise and whose second had another word among its reasons; the second of a rectification.
 */
final class EvolutionTest {

  private static final CaseId CASE = SampleEvents.CASE;
  private static final String CLOSED_1 =
      "{\"caseId\":\"case-10011\",\"why\":\"DONE\",\"text\":{\"box\":0}}";

  private static final Map<EventName, UnaryOperator<ObjectNode>> UPCASTS =
      Map.of(
          new EventName("CaseClosed", 1),
          tree -> renamed(renamed(tree, "why", "reason"), "text", "note"),
          new EventName("CaseClosed", 2),
          tree ->
              tree.path("reason").asString().equals("DONE")
                  ? tree.put("reason", "OBJECTIVES_MET")
                  : tree,
          new EventName("EntryRectified", 1),
          tree -> renamed(tree, "because", "reason"));

  private static final EventCodec CODEC = new EventCodec(versions(UPCASTS));

  private final MemoryKeys keys = Fixed.keys();

  @Test
  void an_older_version_is_read_as_that_of_today_and_its_texts_open() {
    BoxPlace place = place("CaseClosed", 1);

    Event read = CODEC.decode(place, bytes(CLOSED_1), boxes(place, "/text"));

    assertThat(read)
        .isInstanceOfSatisfying(
            CaseClosed.class,
            closed -> {
              assertThat(closed.reason()).isEqualTo(ClosureReason.OBJECTIVES_MET);
              assertThat(opened(Objects.requireNonNull(closed.note()))).isEqualTo("text of /text");
            });
  }

  @Test
  void a_version_in_between_takes_the_steps_that_are_left() {
    Event read =
        CODEC.decodeWithoutTexts(
            new EventName("CaseClosed", 2),
            bytes("{\"caseId\":\"case-10011\",\"reason\":\"DONE\",\"note\":{\"box\":0}}"));

    assertThat(read)
        .isEqualTo(new CaseClosed(CASE, ClosureReason.OBJECTIVES_MET, new Narrative.Withheld()));
  }

  @Test
  void what_was_read_from_an_older_version_is_recorded_anew_under_that_of_today() {
    BoxPlace before = place("CaseClosed", 1);
    Event read = CODEC.decode(before, bytes(CLOSED_1), boxes(before, "/text"));
    BoxPlace after = new BoxPlace(LedgerId.MAIN, new UUID(1, 2), "CaseClosed", 3);

    EncodedEvent stored = CODEC.encode(read, after, keys);

    assertThat(new String(stored.clear(), UTF_8))
        .isEqualTo(
            "{\"caseId\":\"case-10011\",\"reason\":\"OBJECTIVES_MET\",\"note\":{\"box\":0}}");
    var again = (CaseClosed) CODEC.decode(after, stored.clear(), stored.sealed());
    assertThat(opened(Objects.requireNonNull(again.note()))).isEqualTo("text of /text");
  }

  @Test
  void a_replacement_of_an_older_version_is_read_as_that_of_today() {
    BoxPlace place = place("EntryRectified", 2);

    Event read =
        CODEC.decode(
            place, bytes(rectified("reason")), boxes(place, "/replacement/data/text", "/reason"));

    assertThat(texts(read)).containsExactly("text of /replacement/data/text", "text of /reason");
  }

  @Test
  void so_is_one_within_an_event_of_an_older_version() {
    BoxPlace place = place("EntryRectified", 1);

    Event read =
        CODEC.decode(
            place, bytes(rectified("because")), boxes(place, "/replacement/data/text", "/because"));

    assertThat(texts(read)).containsExactly("text of /replacement/data/text", "text of /because");
    assertThat(read)
        .isInstanceOfSatisfying(
            EntryRectified.class,
            it ->
                assertThat(Objects.requireNonNull(it.replacement()).event())
                    .isInstanceOf(CaseClosed.class));
  }

  @Test
  void a_box_that_was_moved_in_an_older_version_is_noticed() {
    BoxPlace closed = place("CaseClosed", 1);
    BoxPlace rectified = place("EntryRectified", 2);

    assertThatExceptionOfType(UnreadableBox.class)
        .isThrownBy(() -> CODEC.decode(closed, bytes(CLOSED_1), boxes(closed, "/note")));
    assertThatExceptionOfType(UnreadableBox.class)
        .isThrownBy(
            () ->
                CODEC.decode(
                    rectified,
                    bytes(rectified("reason")),
                    boxes(rectified, "/reason", "/replacement/data/text")));
  }

  @Test
  void an_event_that_nobody_here_knows_is_named_with_what_is_known_and_the_way_out() {
    unknown("CaseClosed", 4, "CaseClosed is known up to version 3");
    unknown("CaseClosed", 0, "CaseClosed is known up to version 3");
    unknown("CaseLost", 1, "no event of that name is");
    assertThatExceptionOfType(UnknownEvent.class)
        .isThrownBy(
            () ->
                new EventCodec(versions(Map.of()))
                    .decodeWithoutTexts(new EventName("CaseClosed", 1), bytes(CLOSED_1)));
  }

  @Test
  void an_unknown_replacement_stops_the_reader_as_well() {
    byte[] newer = bytes(rectified("reason").replace("\"version\":1", "\"version\":9"));

    assertThatExceptionOfType(UnknownEvent.class)
        .isThrownBy(() -> CODEC.decodeWithoutTexts(new EventName("EntryRectified", 2), newer))
        .withMessageContaining("CaseClosed version 9");
  }

  private static void unknown(String name, int version, String known) {
    assertThatExceptionOfType(UnknownEvent.class)
        .isThrownBy(() -> CODEC.decodeWithoutTexts(new EventName(name, version), bytes("{}")))
        .withMessageContaining("%s version %d", name, version)
        .withMessageContaining(known)
        .withMessageContaining("update");
  }

  private static String rectified(String reason) {
    return """
    {"position":7,"entry":"CaseClosed","caseId":"case-10011","subjects":[],\
    "replacement":{"day":"2026-03-01","effectiveOn":"2026-03-01","type":"CaseClosed","version":1,\
    "data":%s},"%s":{"box":1}}\
    """
        .formatted(CLOSED_1, reason);
  }

  private List<String> texts(Event event) {
    return Texts.of(event).stream().map(at -> opened(at.text())).toList();
  }

  private String opened(Narrative text) {
    Opener opener = Opener.with(keys, List.of(Fixed.key().id()), Resealed.NONE);
    return opener.open(text) instanceof Narrative.Written(var written) ? written : text.toString();
  }

  private byte[] boxes(BoxPlace place, String... paths) {
    SubjectKey key = keys.keyOf(CASE);
    List<SealedBox> boxes =
        List.of(paths).stream().map(path -> key.seal(place, path, "text of " + path)).toList();
    return JsonMapper.shared().writeValueAsBytes(boxes);
  }

  private static EventVersions versions(Map<EventName, UnaryOperator<ObjectNode>> upcasts) {
    return new EventVersions(
        EventCatalog.entries().stream()
            .map(
                entry ->
                    switch (entry.name().name()) {
                      case "CaseClosed" -> at(entry, 3);
                      case "EntryRectified" -> at(entry, 2);
                      default -> entry;
                    })
            .toList(),
        upcasts);
  }

  private static EventCatalog.Entry at(EventCatalog.Entry entry, int version) {
    return new EventCatalog.Entry(entry.type(), new EventName(entry.name().name(), version));
  }

  private static ObjectNode renamed(ObjectNode tree, String from, String to) {
    return tree.set(to, Objects.requireNonNull(tree.remove(from)));
  }

  private static BoxPlace place(String name, int version) {
    return Fixed.place(new EventName(name, version));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(UTF_8);
  }
}
