package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The window answers as a scan of all events would. */
class WindowTest {

  private record Seen(Set<EventTag> tags, String type) {}

  @Test
  void answersAsAScanWouldWhateverIsAddedAndTakenBack() {
    Random random = new Random(42);
    Random bounds = new Random(43);
    Window window = new Window(50);
    window.reset(0);
    List<Seen> all = new ArrayList<>();
    int conflicts = 0;
    for (int step = 0; step < 5_000; step++) {
      if (random.nextInt(20) == 0 && all.size() > window.floor()) {
        int keep = (int) window.floor() + random.nextInt(all.size() - (int) window.floor() + 1);
        window.truncate(keep);
        all.subList(keep, all.size()).clear();
      }
      Seen seen = new Seen(someTags(random), "T" + random.nextInt(3));
      window.add(
          seen.tags().stream().mapToLong(TagHashes.SHA_256::tag).toArray(),
          TagHashes.SHA_256.type(seen.type()));
      all.add(seen);

      Set<String> types = random.nextBoolean() ? Set.of() : Set.of("T" + random.nextInt(3), "T9");
      Criterion criterion = Criterion.of(someTags(random), types, TagHashes.SHA_256);
      long marker = window.floor() + random.nextInt((int) (all.size() - window.floor()) + 1);
      long upTo = bounds.nextBoolean() ? Long.MAX_VALUE : marker + bounds.nextInt(20);
      boolean expected =
          all.subList((int) marker, (int) Math.min(upTo, all.size())).stream()
              .anyMatch(event -> criterion.matches(event.type(), event.tags()));
      assertThat(window.mayConflict(criterion, marker, upTo))
          .as("step %d", step)
          .isEqualTo(expected);
      conflicts += expected ? 1 : 0;
    }
    assertThat(conflicts).isBetween(500, 4_500);
    assertThat(window.floor()).as("something was forgotten").isGreaterThan(1_000);
  }

  private static Set<EventTag> someTags(Random random) {
    Set<EventTag> tags = new HashSet<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      tags.add(new EventTag("k", "v" + random.nextInt(12)));
    }
    return tags;
  }
}
