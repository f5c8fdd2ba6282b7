package org.jalon.command.importing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one file has said already: a person's key once, vacant posts of the same key counted. */
final class WorkforceKeys {
  private record Key(
      Optional<String> professional, String team, String profession, LocalDate from) {}

  private record Said(long firstLine, int times) {}

  private final Map<Key, Said> said = new HashMap<>();

  /** The line with its ordinal; a filled post stated a second time is refused. */
  WorkforceLine numbered(WorkforceLine line) throws BadField {
    var key = new Key(line.professional(), line.team(), line.profession(), line.from());
    var before = said.getOrDefault(key, new Said(line.line(), 0));
    if (before.times() > 0 && line.professional().isPresent()) {
      throw new BadField(
          SkippedLine.of(
              line.line(),
              "professional",
              line.professional().orElseThrow(),
              "Line "
                  + before.firstLine()
                  + " has the same professional, team, profession and from; keep one of them"));
    }
    said.put(key, new Said(before.firstLine(), before.times() + 1));
    return new WorkforceLine(
        line.line(),
        line.professional(),
        line.profession(),
        line.team(),
        line.territory(),
        line.fte(),
        line.from(),
        line.to(),
        before.times());
  }
}
