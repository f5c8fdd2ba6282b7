package org.jalon.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the events of today against the list of those that were released. */
final class ReleasedEventsTest {

  private static final Path LIST = Path.of("src", "test", "resources", "events-released.txt");
  private static final List<String> TODAY = ReleasedEvents.ofToday();

  @Test
  void what_was_released_of_an_event_never_changes() throws IOException {
    assertThat(faults(Files.readAllLines(LIST), TODAY)).isEmpty();
  }

  @Test
  void a_field_that_is_renamed_removed_added_or_of_another_type_is_noticed() {
    for (String other :
        List.of(
            "event PostClosed 1: post PostId",
            "event PostClosed 1: ",
            "event PostClosed 1: postId PostId, note? Narrative",
            "event PostClosed 1: postId? PostId",
            "event PostClosed 1: postId TeamId")) {
      assertThat(faults(TODAY, with("event PostClosed 1: postId PostId", other)))
          .as(other)
          .anySatisfy(
              fault ->
                  assertThat(fault)
                      .startsWith("event PostClosed 1 was released as {postId PostId}"));
    }
    assertThat(
            faults(
                TODAY,
                with(
                    "group Score: criterion int, score int",
                    "group Score: criterion int, points int")))
        .singleElement()
        .asString()
        .startsWith("group Score was released");
  }

  @Test
  void an_event_that_is_gone_is_noticed_unless_its_version_is_still_read() {
    List<String> lost = with("event CaseClosed 1: ", null);

    assertThat(faults(TODAY, lost)).isEmpty();
    assertThat(ReleasedEvents.faults(TODAY, lost, new EventVersions(List.of(), Map.of())))
        .singleElement()
        .asString()
        .contains("CaseClosed 1")
        .contains("upcast");
  }

  @Test
  void what_is_new_is_to_be_listed() {
    assertThat(faults(with("event CaseClosed 1: ", null), TODAY))
        .singleElement()
        .asString()
        .startsWith("new, to be added to the list: event CaseClosed 1: caseId CaseId,");
    assertThat(faults(with("enum Mode: ", "enum Mode: INTAKE"), TODAY))
        .singleElement()
        .asString()
        .startsWith("new, to be added to the list: enum Mode: INTAKE, ACCOMPANIMENT");
    assertThat(faults(TODAY, with("enum Mode: ", "enum Mode: INTAKE")))
        .singleElement()
        .asString()
        .startsWith("enum Mode was released");
  }

  private static List<String> faults(List<String> released, List<String> today) {
    return ReleasedEvents.faults(released, today, EventCatalog.VERSIONS);
  }

  /** The lines of today with another in the place of the one that begins so. */
  private static List<String> with(String begin, @Nullable String other) {
    var lines = new ArrayList<>(TODAY);
    assertThat(lines.removeIf(line -> line.startsWith(begin))).isTrue();
    if (other != null) {
      lines.add(other);
    }
    return lines;
  }
}
