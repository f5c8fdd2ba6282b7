package org.jalon.command.ledger;

import java.util.List;
import java.util.random.RandomGenerator;

/** Ways to alter what is stored, as statements of a superuser, each drawn at random. */
final class Mutation {

  private static final List<String> EVENT_BYTES =
      List.of("tags", "metadata", "payload", "sealed", "sealed_hash");
  private static final List<String> BATCH_BYTES =
      List.of("merkle_root", "chain_hash", "leaf_hashes");

  private final RandomGenerator random;
  private final Rows rows;

  Mutation(RandomGenerator random, Rows rows) {
    this.random = random;
    this.rows = rows;
  }

  /** Any. */
  String any() {
    return switch (random.nextInt(4)) {
      case 0, 1 -> ofEvent();
      case 2 -> ofTag();
      default -> ofBatch();
    };
  }

  /** Of a byte of an event or of the index, or of a leaf hash: such can be combined. */
  String small() {
    return switch (random.nextInt(3)) {
      case 0 -> flipped("event", "position = " + event(), one(EVENT_BYTES));
      case 1 ->
          "UPDATE event_tag SET %s WHERE ctid = %s"
              .formatted(random.nextBoolean() ? bit("tag", 64) : bit("type", 64), tagRow());
      default -> flipped("batch", "first_position = " + batch(), "leaf_hashes");
    };
  }

  private String ofEvent() {
    long at = event();
    long other = event();
    return switch (random.nextInt(14)) {
      case 0, 1, 2, 3, 4 -> flipped("event", "position = " + at, one(EVENT_BYTES));
      case 5 ->
          "UPDATE event SET type = overlay(type placing 'Z' from %d for 1) WHERE position = %d"
              .formatted(1 + random.nextInt(3), at);
      case 6 ->
          "UPDATE event SET effective_day = effective_day + %d WHERE position = %d"
              .formatted(random.nextInt(-5_000, 5_000), at);
      case 7 ->
          "UPDATE event SET %s WHERE position = %d".formatted(microseconds("recorded_at"), at);
      case 8 ->
          "UPDATE event SET event_id = overlay(event_id::text placing '%x' from %d for 1)::uuid WHERE position = %d"
              .formatted(random.nextInt(16), 25 + random.nextInt(12), at);
      case 9 -> "DELETE FROM event WHERE position = " + at;
      case 10 ->
          "UPDATE event SET position = %d WHERE position = %d"
              .formatted(random.nextBoolean() ? 0 : rows.head() + 1 + random.nextInt(5), at);
      case 11 ->
          """
          UPDATE event e SET payload = o.payload, metadata = o.metadata, tags = o.tags FROM event o
          WHERE (e.position, o.position) IN ((%1$d, %2$d), (%2$d, %1$d))
          """
              .formatted(at, other);
      case 12 ->
          """
          UPDATE event SET position = 0 WHERE position = %1$d;
          UPDATE event SET position = %1$d WHERE position = %2$d;
          UPDATE event SET position = %2$d WHERE position = 0
          """
              .formatted(at, other);
      default ->
          """
          INSERT INTO event SELECT %d, type, effective_day, recorded_at, event_id, tags, metadata,
            payload, sealed, sealed_hash FROM event WHERE position = %d
          """
              .formatted(random.nextBoolean() ? 0 : rows.head() + 1 + random.nextInt(5), at);
    };
  }

  private String ofTag() {
    return switch (random.nextInt(5)) {
      case 0 -> "UPDATE event_tag SET %s WHERE ctid = %s".formatted(bit("tag", 64), tagRow());
      case 1 -> "UPDATE event_tag SET %s WHERE ctid = %s".formatted(bit("type", 64), tagRow());
      case 2 ->
          "UPDATE event_tag SET position = %d WHERE ctid = %s"
              .formatted(random.nextLong(0, rows.head() + 4), tagRow());
      case 3 -> "DELETE FROM event_tag WHERE ctid = " + tagRow();
      default ->
          "INSERT INTO event_tag SELECT tag, %d, type FROM event_tag WHERE ctid = %s"
              .formatted(random.nextLong(0, rows.head() + 4), tagRow());
    };
  }

  private String ofBatch() {
    long at = batch();
    long other = batch();
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> flipped("batch", "first_position = " + at, one(BATCH_BYTES));
      case 4 ->
          "UPDATE batch SET %s WHERE first_position = %d"
              .formatted(microseconds("recorded_at"), at);
      case 5 ->
          "UPDATE batch SET last_position = last_position + %d WHERE first_position = %d"
              .formatted(1 + random.nextInt(3), at);
      case 6 -> "DELETE FROM batch WHERE first_position = " + at;
      case 7 ->
          """
          UPDATE batch b SET %3$s = o.%3$s FROM batch o
          WHERE (b.first_position, o.first_position) IN ((%1$d, %2$d), (%2$d, %1$d))
          """
              .formatted(at, other, one(BATCH_BYTES));
      case 8 ->
          """
          INSERT INTO batch SELECT f, f + 2, merkle_root, chain_hash, recorded_at, leaf_hashes
          FROM batch, (VALUES (%d)) v(f) WHERE first_position = %d ON CONFLICT DO NOTHING
          """
              .formatted(random.nextLong(-3, rows.head() + 9), at);
      default ->
          """
          UPDATE batch b SET first_position = f, last_position = greatest(last_position, f)
          FROM (VALUES (%d)) v(f)
          WHERE first_position = %d AND NOT EXISTS (SELECT FROM batch WHERE first_position = f)
          """
              .formatted(random.nextLong(-3, rows.head() + 9), at);
    };
  }

  private long event() {
    return 1 + random.nextLong(rows.head());
  }

  private long batch() {
    return one(rows.batches().keySet().stream().sorted().toList());
  }

  private String tagRow() {
    return "(SELECT ctid FROM event_tag ORDER BY position, tag OFFSET %d LIMIT 1)"
        .formatted(random.nextInt(4));
  }

  private String microseconds(String column) {
    return "%1$s = %1$s + interval '%2$d us'".formatted(column, 1L << random.nextInt(50));
  }

  private String bit(String column, int bits) {
    return "%1$s = %1$s # (1::bigint << %2$d)".formatted(column, random.nextInt(bits));
  }

  /** One bit of one byte, wherever it is; nothing where there is none. */
  private String flipped(String table, String row, String column) {
    return """
    UPDATE %1$s SET %3$s = set_bit(%3$s, %4$d %% (8 * octet_length(%3$s))::int,
        1 - get_bit(%3$s, %4$d %% (8 * octet_length(%3$s))::int))
    WHERE %2$s AND octet_length(%3$s) > 0
    """
        .formatted(table, row, column, random.nextInt(1 << 20));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
