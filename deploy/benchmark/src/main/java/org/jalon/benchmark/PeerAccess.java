package org.jalon.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jalon.kernel.schema.DatabaseAccess;
import org.postgresql.ds.PGSimpleDataSource;

/** The server as those we compare with reach it: as its owner, every statement prepared at once. */
record PeerAccess(DatabaseAccess access) {

  private static final int PATIENCE_SECONDS = 60;

  /** A connection of its own, committed on disk. */
  Connection connection() throws SQLException {
    return source().getConnection();
  }

  /** Opens a connection each time. */
  DataSource source() {
    var source = new PGSimpleDataSource();
    source.setUrl(access.url());
    source.setUser(access.user());
    source.setPassword(access.password());
    source.setPrepareThreshold(1);
    source.setReWriteBatchedInserts(true);
    source.setOptions("-c synchronous_commit=on");
    source.setSocketTimeout(PATIENCE_SECONDS);
    return source;
  }

  /** Runs a script beside this class, {@code ${schema}} put in. */
  void script(String name, String schema) throws SQLException {
    execute(text(name).replace("${schema}", schema));
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String name) {
    try (InputStream script =
        Objects.requireNonNull(PeerAccess.class.getResourceAsStream(name), name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
