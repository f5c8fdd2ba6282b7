package org.jalon.command.importing;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * The stand-ins a log declares in {@code <global>} for values that are not there. A declared value
 * is never given to a trace or event that lacks it; a written value counts as absent when it is
 * both declared and a known stand-in: a real name declared as default stays real where it is
 * written.
 */
final class Placeholders {
  private static final Set<String> STAND_INS = Set.of("UNKNOWN", "__INVALID__");
  private static final String EPOCH_DAY = "1970-01-01T00:00";

  private record Declared(String key, String value) {}

  private final Set<Declared> declared = new HashSet<>();

  /** Takes the attributes of the {@code <global>} whose start tag was just read. */
  void take(XmlEvents tags) throws IOException {
    int outside = tags.depth() - 1;
    while (tags.next() && tags.depth() > outside) {
      if (tags.isStart()) {
        var key = tags.attribute("key");
        var value = tags.attribute("value").filter(Placeholders::isStandIn);
        tags.skipElement();
        key.flatMap(it -> value.map(text -> new Declared(it, text))).ifPresent(declared::add);
      }
    }
  }

  boolean covers(String key, String value) {
    return declared.contains(new Declared(key, value));
  }

  private static boolean isStandIn(String value) {
    return STAND_INS.contains(value) || value.startsWith(EPOCH_DAY);
  }
}
