package org.jalon.command.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** All rows of a ledger's three tables as texts, and where two states of them differ first. */
record Rows(
    Map<Long, List<String>> events, Map<Long, String> tags, Map<Long, List<String>> batches) {

  private static final int SEALED = 8;
  private static final int LEAVES = 5;
  private static final int HEX_LEAF = 64;

  static Rows of(TestLedger database) throws Exception {
    return new Rows(
        byPosition(database, "SELECT * FROM event"),
        tags(database),
        byPosition(
            database,
            "SELECT first_position, last_position, merkle_root, chain_hash,"
                + " recorded_at, leaf_hashes FROM batch"));
  }

  /** The first position at which a row is not as it was; removed sealed bytes do not count. */
  OptionalLong firstChange(Rows now) {
    LongStream changed =
        LongStream.concat(
            LongStream.concat(eventChanges(now), batchChanges(now)),
            union(tags, now.tags).stream()
                .filter(at -> !Objects.equals(tags.get(at), now.tags.get(at)))
                .mapToLong(at -> at));
    return first(changed, head());
  }

  long head() {
    return Long.parseLong(new TreeMap<>(batches).lastEntry().getValue().get(1));
  }

  /** What stands beyond the head is bad from the first position behind it. */
  private static OptionalLong first(LongStream changed, long head) {
    return changed.map(at -> Math.min(at, head + 1)).min();
  }

  private LongStream eventChanges(Rows now) {
    return union(events, now.events).stream()
        .filter(at -> !same(events.get(at), now.events.get(at)))
        .mapToLong(at -> at);
  }

  private static boolean same(@Nullable List<String> before, @Nullable List<String> after) {
    if (before == null || after == null || "null".equals(before.get(SEALED))) {
      return Objects.equals(before, after);
    }
    List<String> erased = new ArrayList<>(before);
    erased.set(SEALED, "null");
    return before.equals(after) || erased.equals(after);
  }

  private LongStream batchChanges(Rows now) {
    return union(batches, now.batches).stream()
        .filter(at -> !Objects.equals(batches.get(at), now.batches.get(at)))
        .mapToLong(at -> batchChange(at, batches.get(at), now.batches.get(at)));
  }

  /** A changed leaf hash is its event's. */
  private static long batchChange(
      long at, @Nullable List<String> before, @Nullable List<String> after) {
    if (before == null
        || after == null
        || !before.subList(0, LEAVES).equals(after.subList(0, LEAVES))
        || "null".equals(before.get(LEAVES))
        || "null".equals(after.get(LEAVES))) {
      return at;
    }
    String one = before.get(LEAVES);
    String other = after.get(LEAVES);
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same == one.length() ? at : at + same / HEX_LEAF;
  }

  private static Set<Long> union(Map<Long, ?> one, Map<Long, ?> other) {
    Set<Long> all = new TreeSet<>(one.keySet());
    all.addAll(other.keySet());
    return all;
  }

  private static Map<Long, String> tags(TestLedger database) throws Exception {
    Map<Long, String> tags = new HashMap<>();
    database.each(
        "SELECT position, tag, type FROM event_tag ORDER BY 1, 2, 3",
        row ->
            tags.merge(
                row.getLong(1), row.getLong(2) + "/" + row.getLong(3) + " ", String::concat));
    return tags;
  }

  private static Map<Long, List<String>> byPosition(TestLedger database, String sql)
      throws Exception {
    Map<Long, List<String>> rows = new HashMap<>();
    database.each(sql, row -> rows.put(row.getLong(1), texts(row)));
    return rows;
  }

  private static List<String> texts(ResultSet row) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      Object value = row.getObject(i);
      texts.add(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : "" + value);
    }
    return texts;
  }
}
