package org.jalon.history.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jalon.postgres.EmbeddedPostgres;

/** A durable server that is killed and started again on the same data. */
final class Database implements AutoCloseable {

  /** The file that holds URL, user and password. */
  static final String ADDRESS = "server.address";

  private final Path data;
  private final Address address;
  private final DataSource owner;
  private EmbeddedPostgres server;

  private Database(Path directory) {
    data = data(directory);
    address = new Address(directory.resolve(ADDRESS));
    server = started();
    owner = new AddressedSource(address.file(), Map.of("ApplicationName", "history-owner"));
  }

  /** Where the rows of a run are: beside its directory, so that all share the programs. */
  static Path data(Path directory) {
    return directory.resolveSibling(directory.getFileName() + "-data");
  }

  static Database start(Path directory) {
    Database database = new Database(directory);
    OpenLedger.SCHEMA.migrate(database.owner);
    return database;
  }

  private EmbeddedPostgres started() {
    EmbeddedPostgres started = EmbeddedPostgres.start(data);
    address.write(
        String.join("\n", List.of(started.jdbcUrl(), started.user(), started.password())));
    return started;
  }

  /** Connections as superuser. */
  DataSource owner() {
    return owner;
  }

  /** {@code kill -9} of the server and all its processes, and a new start. */
  void killAndStart() {
    ProcessHandle postmaster = ProcessHandle.of(server.processId()).orElseThrow();
    List<ProcessHandle> all = new java.util.ArrayList<>(List.of(postmaster));
    postmaster.descendants().forEach(all::add);
    all.forEach(ProcessHandle::destroyForcibly);
    server.close();
    server = started();
  }

  /** The node that holds an advisory lock now, if it can be asked for and there is one. */
  Optional<String> holder() {
    try (Connection connection = owner.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
                WHERE locktype = 'advisory' AND granted AND application_name LIKE 'node-%' LIMIT 1
                """)) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    } catch (SQLException _) {
      return Optional.empty();
    }
  }

  /** Ends every connection of the nodes, in the midst of whatever they do. */
  void terminateBackends() throws SQLException {
    try (Connection connection = owner.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name ="
              + " ANY ('{node-1,node-2,node-3,reader}')");
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
