package org.jalon.command.relay;

import java.util.Comparator;
import java.util.List;
import org.jalon.command.ledger.EventTag;

/**
 * Names the subject whose events are kept in order: the case, else the post, else the first of
 * team, territory, programme, norm and alert; of several of a kind the first by its id.
 */
final class Subjects {

  private static final List<String> KINDS =
      List.of("case", "post", "team", "territory", "programme", "norm", "alert");
  private static final String NONE = "none";

  private Subjects() {}

  /** The key of an event with these tags; for ever the same. */
  static String key(List<EventTag> tags) {
    return tags.stream()
        .filter(tag -> KINDS.contains(tag.key()))
        .min(
            Comparator.comparingInt((EventTag tag) -> KINDS.indexOf(tag.key()))
                .thenComparing(EventTag::value))
        .map(tag -> tag.key() + ":" + tag.value())
        .orElse(NONE);
  }
}
