package org.jalon.command.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jalon.kernel.LedgerId;

/**
 * Archives the full partitions of a ledger, from the command line; docs/archiving.md has the rest.
 * Ends with 0 when all is archived, 1 when it could not go on, 2 when called wrongly.
 */
public final class ArchiveLedger {

  private static final String USAGE =
      """
      usage: ArchiveLedger --url URL --directory DIR [--ledger main] [--user NAME]
                           [--tablespace NAME] [--before POSITION] [--patience SECONDS]

        --url         JDBC URL of the ledger's database, jdbc:postgresql://...
        --directory   where the archive files go; it has to be there
        --ledger      which ledger; main if not given
        --user        owner of the tables, or a superuser; else JALON_DATABASE_USER
        --tablespace  moves archived partitions there; else they stay where they are
        --before      archives only what ends before this position; else all full partitions
        --patience    how long to go on trying where a long transaction holds a table; 600 if
                      not given

      The password is taken from JALON_DATABASE_PASSWORD. Nothing is removed: what is archived
      stays readable in the ledger, and archiving again goes on where it was broken off.
      """;

  private static final List<String> OPTIONS =
      List.of(
          "--url", "--directory", "--ledger", "--user", "--tablespace", "--before", "--patience");

  private ArchiveLedger() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.getenv(), System.err));
  }

  static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    try {
      Map<String, String> options = options(arguments);
      int archived = archive(options, environment, new PrintedProgress(out));
      out.printf("%d partitions archived%n", archived);
      return 0;
    } catch (IllegalArgumentException e) {
      out.printf("%s%n%n%s", e.getMessage(), USAGE);
      return 2;
    } catch (ArchiveException e) {
      out.println(e.getMessage());
    } catch (IOException e) {
      out.printf("the archive file cannot be written or read: %s%n", e);
    } catch (SQLException e) {
      out.printf("the database refuses: %s%n", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      out.println("interrupted; archive again to complete");
    }
    return 1;
  }

  private static int archive(
      Map<String, String> options, Map<String, String> environment, Archiving.Progress progress)
      throws SQLException, IOException, InterruptedException {
    LedgerId ledger = new LedgerId(options.getOrDefault("--ledger", LedgerId.MAIN.value()));
    Path directory = Path.of(required(options, "--directory"));
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException("%s is no directory; make it first".formatted(directory));
    }
    long before = number(options, "--before", Long.MAX_VALUE);
    Duration patience = Duration.ofSeconds(number(options, "--patience", 600));
    try (Connection connection = connect(required(options, "--url"), options, environment)) {
      requireArchive(connection, ledger);
      return new Archiving(
              connection, ledger, directory, options.get("--tablespace"), patience, progress)
          .before(before);
    }
  }

  private static Connection connect(
      String url, Map<String, String> options, Map<String, String> environment)
      throws SQLException {
    Properties login = new Properties();
    String user = options.getOrDefault("--user", environment.get("JALON_DATABASE_USER"));
    if (user != null) {
      login.setProperty("user", user);
    }
    if (environment.get("JALON_DATABASE_PASSWORD") instanceof String password) {
      login.setProperty("password", password);
    }
    login.setProperty("ApplicationName", "jalon-archive");
    login.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(url, login);
  }

  private static void requireArchive(Connection connection, LedgerId ledger) throws SQLException {
    String schema = ledger.schema(Ledger.MODULE);
    try (var statement = connection.createStatement()) {
      statement.execute("SET search_path TO " + schema);
      statement.execute("SET statement_timeout = 0");
      try (var rows = statement.executeQuery("SELECT to_regclass('partition') IS NOT NULL")) {
        if (!rows.next() || !rows.getBoolean(1)) {
          throw new ArchiveException(
              "schema %s holds no ledger that can be archived; start Jalon of this version once, which brings its tables up to date"
                  .formatted(schema));
        }
      }
    }
  }

  private static Map<String, String> options(List<String> arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      if (!OPTIONS.contains(option)) {
        throw new IllegalArgumentException("'%s' is no option here".formatted(option));
      }
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException("%s lacks its value".formatted(option));
      }
      options.put(option, arguments.get(i + 1));
    }
    return options;
  }

  private static String required(Map<String, String> options, String option) {
    String value = options.get(option);
    if (value == null) {
      throw new IllegalArgumentException("%s is missing".formatted(option));
    }
    return value;
  }

  private static long number(Map<String, String> options, String option, long otherwise) {
    String value = options.get(option);
    if (value == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // refused below, as what is not positive
    }
    throw new IllegalArgumentException(
        "%s is '%s', not a whole number from 1 on".formatted(option, value));
  }
}
