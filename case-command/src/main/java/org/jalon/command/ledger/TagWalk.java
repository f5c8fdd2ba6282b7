package org.jalon.command.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares the index of tags, ordered by position, tag and type, with what the events say. */
final class TagWalk {

  private record Entry(long tag, long type) {}

  private final ResultSet rows;
  private final Fingerprints fingerprints;
  private boolean more;

  /**
   * @param rows position, tag, type
   */
  TagWalk(ResultSet rows, Fingerprints fingerprints) throws SQLException {
    this.rows = rows;
    this.fingerprints = fingerprints;
    more = rows.next();
  }

  /** Takes the entries of the next event. */
  void event(EventRow event) throws SQLException, Broken {
    List<Entry> indexed = new ArrayList<>();
    while (more && rows.getLong(1) <= event.position()) {
      if (rows.getLong(1) < event.position()) {
        throw stray();
      }
      indexed.add(new Entry(rows.getLong(2), rows.getLong(3)));
      more = rows.next();
    }
    if (!indexed.equals(expected(event))) {
      throw new Broken(
          event.position(),
          "the index of tags does not fit the event at %d".formatted(event.position()));
    }
  }

  void end() throws SQLException, Broken {
    if (more) {
      throw stray();
    }
  }

  private Broken stray() throws SQLException {
    long position = rows.getLong(1);
    return new Broken(
        position, "the index of tags names position %d twice or too much".formatted(position));
  }

  private List<Entry> expected(EventRow event) throws Broken {
    int mark = event.type().lastIndexOf(Draft.VERSION_MARK);
    if (mark < 0) {
      throw new Broken(event.position(), "the type '%s' has no version".formatted(event.type()));
    }
    long type = fingerprints.type(event.type().substring(0, mark));
    try {
      return Arrays.stream(
              TagBytes.read(event.tags()).stream().mapToLong(fingerprints::tag).toArray())
          .distinct()
          .sorted()
          .mapToObj(tag -> new Entry(tag, type))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new Broken(event.position(), "at %d %s".formatted(event.position(), e.getMessage()));
    }
  }
}
