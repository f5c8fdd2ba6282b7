package org.jalon.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.OfferEvent;
import org.jalon.kernel.event.WorkforceEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/events.md} as the catalogue is. */
final class EventListTest {

  private static final Path LIST = Path.of("..", "docs", "events.md");
  private static final String REGENERATE =
      "mvn -q test -pl shared-kernel -am -Dtest=EventListTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Djalon.docs.write=true";

  private record Family(Class<?> type, String title) {}

  private static final List<Family> FAMILIES =
      List.of(
          new Family(CaseEvent.class, "Facts of a case"),
          new Family(WorkforceEvent.class, "Facts of territories, teams and posts"),
          new Family(OfferEvent.class, "Facts of what is offered"),
          new Family(EntryRectified.class, "Facts about recorded entries"));

  @Test
  void the_list_of_events_is_that_of_the_catalogue() throws IOException {
    if (Boolean.getBoolean("jalon.docs.write")) {
      Files.writeString(LIST, list());
    }

    assertThat(LIST).as("regenerate it with: " + REGENERATE).content().isEqualTo(list());
  }

  @Test
  void every_event_belongs_to_a_family_of_the_list() {
    assertThat(EventCatalog.entries())
        .allMatch(
            entry ->
                FAMILIES.stream().anyMatch(family -> family.type().isAssignableFrom(entry.type())));
  }

  private static String list() {
    return """
    # What can have happened

    Every kind of fact with its stored name and version, generated from the catalogue. Stale? Regenerate it with

        %s

    A `?` marks a field that may be absent, *sealed* one whose text is stored in a box under the key of its case.
    The stored form of each is in `shared-kernel/src/test/resources/golden`.
    %s\
    """
        .formatted(
            REGENERATE,
            FAMILIES.stream().map(EventListTest::section).collect(Collectors.joining()));
  }

  private static String section(Family family) {
    return "\n## "
        + family.title()
        + "\n\n| event | version | fields |\n|---|---|---|\n"
        + EventCatalog.entries().stream()
            .filter(entry -> family.type().isAssignableFrom(entry.type()))
            .map(EventListTest::row)
            .collect(Collectors.joining());
  }

  private static String row(EventCatalog.Entry entry) {
    String fields =
        Arrays.stream(entry.type().getRecordComponents())
            .map(EventListTest::field)
            .collect(Collectors.joining(", "));
    return "| %s | %d | %s |%n"
        .formatted(entry.name().name(), entry.name().version(), fields)
        .replace("\r\n", "\n");
  }

  private static String field(RecordComponent component) {
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return "`%s%s` %s"
        .formatted(component.getName(), optional ? "?" : "", name(component.getGenericType()));
  }

  private static String name(Type type) {
    return switch (type) {
      case ParameterizedType list -> "list of " + name(list.getActualTypeArguments()[0]);
      case Class<?> named when named == Narrative.class -> "*sealed*";
      case Class<?> named when named == Integer.class -> "int";
      case Class<?> named -> named.getSimpleName();
      default -> throw new IllegalStateException("a field of type " + type);
    };
  }
}
