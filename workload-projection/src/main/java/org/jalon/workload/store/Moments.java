package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jalon.kernel.feed.Recorded;

/** Up to which position was recorded by when. */
final class Moments {

  void add(Connection connection, List<Recorded> batch) throws SQLException {
    Map<Instant, Long> last = new TreeMap<>();
    batch.forEach(recorded -> last.merge(recorded.recordedAt(), recorded.position(), Math::max));
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO moment (recorded_at, position) VALUES (?, ?)
            ON CONFLICT (recorded_at)
            DO UPDATE SET position = greatest(moment.position, excluded.position)
            """)) {
      for (var moment : last.entrySet()) {
        insert.setObject(1, utc(moment.getKey()));
        insert.setLong(2, moment.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The last position recorded at or before an instant; 0 if none was. */
  long positionAt(Connection connection, Instant instant) throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            SELECT position FROM moment WHERE recorded_at <= ?
            ORDER BY recorded_at DESC LIMIT 1
            """)) {
      query.setObject(1, utc(instant));
      try (var row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
