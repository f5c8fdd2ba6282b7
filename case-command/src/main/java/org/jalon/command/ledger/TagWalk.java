package org.jalon.command.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jalon.command.ledger.chain.Broken;
import org.jalon.command.ledger.chain.EventRow;

/** Compares the index of tags, ordered by position, tag and type, with what the events say. */
final class TagWalk {

  private final TagPages pages;
  private final TagHashes hashes;

  TagWalk(TagPages pages, TagHashes hashes) {
    this.pages = pages;
    this.hashes = hashes;
  }

  /** Takes the entries of the next event. */
  void event(EventRow event) throws SQLException, Broken {
    List<TagPages.Entry> indexed = new ArrayList<>();
    for (var next = pages.peek();
        next.isPresent() && next.get().position() <= event.position();
        next = pages.peek()) {
      if (next.get().position() < event.position()) {
        throw stray(next.get());
      }
      indexed.add(next.get());
      pages.take();
    }
    if (!indexed.equals(expected(event))) {
      throw new Broken(
          event.position(),
          "the index of tags does not fit the event at %d".formatted(event.position()));
    }
  }

  void end() throws SQLException, Broken {
    var next = pages.peek();
    if (next.isPresent()) {
      throw stray(next.get());
    }
  }

  private static Broken stray(TagPages.Entry entry) {
    return new Broken(
        entry.position(),
        "the index of tags names position %d twice or too much".formatted(entry.position()));
  }

  private List<TagPages.Entry> expected(EventRow event) throws Broken {
    int mark = event.type().lastIndexOf(StagedEvent.VERSION_MARK);
    if (mark < 0) {
      throw new Broken(event.position(), "the type '%s' has no version".formatted(event.type()));
    }
    long type = hashes.type(event.type().substring(0, mark));
    try {
      return Arrays.stream(TagBytes.read(event.tags()).stream().mapToLong(hashes::tag).toArray())
          .distinct()
          .sorted()
          .mapToObj(tag -> new TagPages.Entry(event.position(), tag, type))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new Broken(event.position(), "at %d %s".formatted(event.position(), e.getMessage()));
    }
  }
}
