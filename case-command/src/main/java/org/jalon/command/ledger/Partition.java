package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One partition of a ledger's tables, as the catalogue has it.
 *
 * @param parent the table it is part of, {@code event} or {@code event_tag}
 * @param tablespace empty for that of the database
 * @param readOnly whether nobody can insert or update there any more
 */
record Partition(
    String parent, String name, long first, long last, String tablespace, boolean readOnly) {

  /** Holds the events themselves. */
  static final String EVENTS = "event";

  /** Those of all parents, ascending, that hold nothing beyond a position. */
  static List<Partition> upTo(Connection connection, long position) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            SELECT parent, name, first_position, last_position, tablespace, read_only FROM partition
            WHERE last_position <= ? ORDER BY first_position, parent
            """)) {
      statement.setLong(1, position);
      List<Partition> partitions = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          partitions.add(
              new Partition(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getLong(3),
                  rows.getLong(4),
                  rows.getString(5),
                  rows.getBoolean(6)));
        }
      }
      return partitions;
    }
  }
}
