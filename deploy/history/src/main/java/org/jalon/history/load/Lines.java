package org.jalon.history.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jalon.history.Append;
import org.jalon.history.Criterion;
import org.jalon.history.Event;
import org.jalon.history.EventId;
import org.jalon.history.Outcome;

/** Appends, outcomes and events as words of a line, for files and between processes. */
public final class Lines {

  private static final String NONE = "-";

  private Lines() {}

  /** Four words: request, marker, criteria, events. */
  public static String append(Append append) {
    return "%s %d %s %s"
        .formatted(
            Long.toHexString(append.request()),
            append.marker(),
            criteria(append.criteria()),
            append.events().stream().map(Lines::event).collect(Collectors.joining(";")));
  }

  /** Reads {@link #append(Append)} from the words that begin there. */
  public static Append append(String[] words, int from) {
    return new Append(
        Long.parseUnsignedLong(words[from], 16),
        Long.parseLong(words[from + 1]),
        criteria(words[from + 2]),
        split(words[from + 3], ';').stream().map(Lines::event).toList());
  }

  /** Any criteria as one word. */
  public static String criteria(List<Criterion> criteria) {
    return criteria.isEmpty()
        ? NONE
        : criteria.stream()
            .map(one -> numbers(one.types()) + "/" + numbers(one.tags()))
            .collect(Collectors.joining("|"));
  }

  /** Reads {@link #criteria(List)}. */
  public static List<Criterion> criteria(String word) {
    if (word.equals(NONE)) {
      return List.of();
    }
    return split(word, '|').stream()
        .map(one -> List.of(one.split("/", 2)))
        .map(both -> new Criterion(numbers(both.get(0)), numbers(both.get(1))))
        .toList();
  }

  /** A letter, and what belongs to it. */
  public static String outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Acknowledged(long last) -> "A " + last;
      case Outcome.Rejected() -> "R";
      case Outcome.Failed(String reason) -> "F " + reason.replace('\n', ' ');
      case Outcome.Unknown(String reason) -> "U " + reason.replace('\n', ' ');
      case Outcome.Unanswered() -> "N";
    };
  }

  /** Reads {@link #outcome(Outcome)}. */
  public static Outcome outcome(String text) {
    String rest = text.length() > 2 ? text.substring(2) : "";
    return switch (text.charAt(0)) {
      case 'A' -> new Outcome.Acknowledged(Long.parseLong(rest));
      case 'R' -> new Outcome.Rejected();
      case 'F' -> new Outcome.Failed(rest);
      case 'U' -> new Outcome.Unknown(rest);
      case 'N' -> new Outcome.Unanswered();
      default -> throw new IllegalArgumentException("no outcome: " + text);
    };
  }

  /** Events with their positions, as words; nothing for none. */
  public static String seen(List<Store.Seen> events) {
    return events.stream()
        .map(one -> one.position() + ":" + one.id())
        .collect(Collectors.joining(" "));
  }

  /** Reads one word of {@link #seen(List)}. */
  public static Store.Seen seen(String word) {
    int colon = word.indexOf(':');
    int point = word.indexOf('.', colon);
    long request = Long.parseUnsignedLong(word, colon + 1, point, 16);
    int index = Integer.parseInt(word, point + 1, word.length(), 10);
    return new Store.Seen(Long.parseLong(word, 0, colon, 10), new EventId(request, index));
  }

  /** Positions as one word. */
  public static String positions(long[] positions) {
    return positions.length == 0
        ? NONE
        : Arrays.stream(positions).mapToObj(Long::toString).collect(Collectors.joining(","));
  }

  /** Reads {@link #positions(long[])}. */
  public static long[] positions(String word) {
    return word.equals(NONE)
        ? new long[0]
        : split(word, ',').stream().mapToLong(Long::parseLong).toArray();
  }

  /** An event as one word. */
  static String event(Event event) {
    return event.type() + ":" + numbers(event.tags());
  }

  /** Reads {@link #event(Event)}. */
  static Event event(String word) {
    int colon = word.indexOf(':');
    return new Event(Integer.parseInt(word, 0, colon, 10), numbers(word.substring(colon + 1)));
  }

  private static String numbers(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static List<Integer> numbers(String word) {
    return word.isEmpty() ? List.of() : split(word, ',').stream().map(Integer::valueOf).toList();
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }
}
