package org.jalon.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The floor of reading: all columns of a ledger's events copied out in order, in binary, row by
 * row, and made nothing of.
 *
 * @param schema of the ledger
 */
record RawReplay(PeerAccess access, String schema) implements Store {

  private static final int TIMED_TOGETHER = 1_000;

  @Override
  public String engine() {
    return "raw";
  }

  @Override
  public String workload() {
    return "replay";
  }

  @Override
  public Sample run(Shape shape, Spell spell) throws Exception {
    try (Connection connection = access.connection()) {
      var reader = new Reader(connection.unwrap(PGConnection.class));
      Sample thousands = Callers.run(1, spell, _ -> reader::thousand);
      reader.end();
      return thousands.times(TIMED_TOGETHER);
    }
  }

  private final class Reader {

    private final PGConnection connection;
    private CopyOut rows;

    Reader(PGConnection connection) throws SQLException {
      this.connection = connection;
      rows = opened();
    }

    void thousand() throws SQLException {
      for (int i = 0; i < TIMED_TOGETHER; i++) {
        if (rows.readFromCopy() == null) {
          rows = opened();
        }
      }
    }

    void end() throws SQLException {
      if (rows.isActive()) {
        rows.cancelCopy();
      }
    }

    private CopyOut opened() throws SQLException {
      return connection
          .getCopyAPI()
          .copyOut(
              "COPY (SELECT * FROM %s.event ORDER BY position) TO STDOUT (FORMAT binary)"
                  .formatted(schema));
    }
  }
}
