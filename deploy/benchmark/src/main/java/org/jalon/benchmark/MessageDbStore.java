package org.jalon.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * message-db by its own function, each message at an expected version of its stream; a request of
 * several is one statement that calls it as often. Writers to one category wait for each other.
 *
 * @param categories over which the callers are spread
 */
record MessageDbStore(PeerAccess access, int categories) implements Store {

  /** What its install script runs, in that order; without the extension that it has outlived. */
  private static final List<String> SCRIPTS =
      List.of(
          "roles/message-store",
          "schema/message-store",
          "tables/messages",
          "types/message",
          "functions/message-store-version",
          "functions/hash-64",
          "functions/acquire-lock",
          "functions/category",
          "functions/is-category",
          "functions/id",
          "functions/cardinal-id",
          "functions/stream-version",
          "functions/write-message",
          "functions/get-stream-messages",
          "functions/get-category-messages",
          "functions/get-last-stream-message",
          "indexes/messages-id",
          "indexes/messages-stream",
          "indexes/messages-category");

  private static final String DATA =
      "{\"text\": \"%s\"}".formatted("x".repeat(Subjects.PAYLOAD_BYTES - 12));

  @Override
  public String engine() {
    return "message-db";
  }

  @Override
  public String workload() {
    return categories == 1 ? "append, one category" : "append";
  }

  @Override
  public Shape shape(Shape asked) {
    return new Shape(asked.callers(), asked.events(), 1);
  }

  /**
   * Installs it.
   *
   * @param scripts the directory {@code database} of its package
   */
  static void install(PeerAccess access, Path scripts) throws Exception {
    try (Connection connection = connection(access);
        var statement = connection.createStatement()) {
      for (String script : SCRIPTS) {
        statement.execute(Files.readString(scripts.resolve(script + ".sql")));
      }
    }
  }

  @Override
  public Sample run(Shape shape, Spell spell) throws Exception {
    try (var sessions = new Sessions<>(shape.callers(), () -> new Session(shape.events()))) {
      return Callers.run(
          shape.callers(),
          spell,
          caller -> {
            var stream = new Stream("benchmark" + caller % categories);
            return () -> sessions.use(session -> session.write(stream));
          });
    }
  }

  private static Connection connection(PeerAccess access) throws SQLException {
    Connection connection = access.connection();
    try (var statement = connection.createStatement()) {
      statement.execute("SET search_path TO message_store, public");
    }
    return connection;
  }

  /** A stream of the caller's own in a category, and where it stands. */
  private static final class Stream {

    private final String category;
    private final Subjects subjects = new Subjects(1);
    private long version = -1;

    Stream(String category) {
      this.category = category;
    }

    String next() {
      if (subjects.next()) {
        version = -1;
      }
      return category + "-" + subjects.subject();
    }
  }

  private final class Session implements Sessions.Session {

    private final Connection connection;
    private final PreparedStatement statement;
    private final int events;

    Session(int events) throws SQLException {
      this.events = events;
      connection = MessageDbStore.connection(access);
      String call = "write_message(?, ?, 'SomethingHappened', ?::jsonb, NULL::jsonb, ?)";
      statement =
          connection.prepareStatement(
              "SELECT " + String.join(", ", Collections.nCopies(events, call)));
    }

    void write(Stream stream) throws SQLException {
      String name = stream.next();
      int at = 1;
      for (int event = 0; event < events; event++) {
        statement.setString(at++, UUID.randomUUID().toString());
        statement.setString(at++, name);
        statement.setString(at++, DATA);
        statement.setLong(at++, stream.version + event);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        stream.version = rows.getLong(events);
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
