package org.jalon.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import org.jalon.kernel.schema.DatabaseAccess;

/** What Jalon asks of a PostgreSQL that it did not start. */
final class ExistingServer {

  private static final int OLDEST = 17;
  private static final int VERSIONS = 10_000;

  private ExistingServer() {}

  /**
   * Connects once and looks.
   *
   * @throws CannotStart if the server cannot be reached, is too old, or keeps no UTF-8
   */
  static void check(DatabaseAccess access) {
    try (Connection connection = access.owner().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT current_setting('server_version_num')::int,"
                    + " current_setting('server_encoding')")) {
      row.next();
      int version = row.getInt(1) / VERSIONS;
      if (version < OLDEST) {
        throw new CannotStart(
            "the server of JALON_DATABASE_URL is PostgreSQL %d; Jalon needs %d or later"
                .formatted(version, OLDEST));
      }
      if (!"UTF8".equals(row.getString(2))) {
        throw new CannotStart(
            "the database of JALON_DATABASE_URL keeps %s; create one with ENCODING 'UTF8'"
                .formatted(row.getString(2)));
      }
    } catch (SQLException e) {
      throw new CannotStart(
          "the server of JALON_DATABASE_URL does not take us in (%s as %s): %s; check address, user and password, or unset JALON_DATABASE_URL to use the embedded server"
              .formatted(access.url(), access.user(), e.getMessage()),
          e);
    }
  }
}
