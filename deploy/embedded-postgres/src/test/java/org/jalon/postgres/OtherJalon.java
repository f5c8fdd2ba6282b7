package org.jalon.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** What a JVM does that the tests start, and end in unkind ways. */
final class OtherJalon {

  private OtherJalon() {}

  static void main(String... arguments) throws Exception {
    Path data = Path.of(arguments[1]);
    try {
      switch (arguments[0]) {
        case "write" -> writeForEver(new Rows(EmbeddedPostgres.start(data)));
        case "hold" -> holdUntilTheEndOfInput(EmbeddedPostgres.start(data));
        case "drain" -> drainAtTheEnd(EmbeddedPostgres.start(data));
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    } catch (CannotStartPostgres e) {
      say("refused: " + e.getMessage());
    }
  }

  private static void writeForEver(Rows rows) throws SQLException {
    rows.create();
    long next = rows.all().size() + 1L;
    say("found " + (next - 1));
    try (Connection connection = rows.connect();
        var insert = connection.prepareStatement("INSERT INTO numbers VALUES (?)")) {
      for (long number = next; ; number++) {
        insert.setLong(1, number);
        insert.executeUpdate();
        say("kept " + number);
      }
    }
  }

  private static void holdUntilTheEndOfInput(EmbeddedPostgres server) throws IOException {
    try (server) {
      say("ready");
      System.in.transferTo(System.err);
    }
  }

  private static void drainAtTheEnd(EmbeddedPostgres server) throws Exception {
    Rows rows = new Rows(server);
    rows.create();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(rows)));
    say("ready");
    System.in.transferTo(System.err);
  }

  private static void drain(Rows rows) {
    try {
      rows.add(1);
      rows.server().close();
    } catch (SQLException e) {
      say("not drained: " + e.getMessage());
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
