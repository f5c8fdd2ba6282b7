package org.jalon.kernel.wire;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.SealedBox;

/**
 * Secrets in a PostgreSQL schema of their own, each wrapped; none is kept in memory, so a destroyed
 * key is dead at once, whoever destroyed it. Safe for many threads and processes.
 */
public final class JdbcKeyStore implements KeyStore, KeyMarks {

  private static final int DEADLINE_SECONDS = 5;
  private static final int ATTEMPTS = 10;
  private static final String KIND = SealedBox.Kind.NARRATIVE.name();

  private final DataSource database;
  private final WrappingKey wrapping;

  private JdbcKeyStore(DataSource database, WrappingKey wrapping) {
    this.database = database;
    this.wrapping = wrapping;
  }

  /**
   * Opens the store of one ledger. The wrapping key file is made if it is missing and nothing was
   * ever wrapped with one.
   *
   * @param database connections that work under role {@code jalon_keys} in the schema of module
   *     {@code keys}; never in a transaction of the caller
   * @param wrappingKeyFile outside the database, of permissions 0600
   * @throws KeyUnavailable if the file is missing, damaged, too open, or another than the secrets
   *     were wrapped with, or if the database cannot be reached
   */
  public static JdbcKeyStore open(DataSource database, Path wrappingKeyFile) {
    try (Connection connection = ready(database)) {
      boolean missing = Files.notExists(wrappingKeyFile, LinkOption.NOFOLLOW_LINKS);
      Optional<String> inUse = wrappingKeyInUse(connection);
      if (missing && inUse.isPresent()) {
        throw new KeyUnavailable(
            "wrapping key file %s is missing, but secrets are wrapped with key %s; restore the file from its backup"
                .formatted(wrappingKeyFile, inUse.get()));
      }
      WrappingKey wrapping = WrappingKey.readOrCreate(wrappingKeyFile);
      Optional<String> other = wrappingKeyInUseOtherThan(connection, wrapping);
      if (other.isPresent()) {
        throw anotherKey(wrapping, other.get());
      }
      return new JdbcKeyStore(database, wrapping);
    } catch (SQLException e) {
      throw away(e);
    }
  }

  @Override
  public SubjectKey keyOf(CaseId caseId) {
    String subject = subject(caseId);
    try (Connection connection = ready(database)) {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Optional<SubjectKey> current = current(connection, subject);
        if (current.isPresent()) {
          return current.get();
        }
        SubjectKey fresh = SubjectKey.random();
        if (insert(connection, subject, fresh)) {
          return fresh;
        }
      }
    } catch (SQLException e) {
      throw away(e);
    }
    throw new KeyUnavailable(
        "the keys of %s are destroyed as fast as they are made; try again".formatted(subject));
  }

  @Override
  public Map<String, KeyState> states(Collection<String> keyIds) {
    var states = new HashMap<String, KeyState>();
    try (Connection connection = ready(database);
        PreparedStatement query =
            prepare(
                connection,
                """
                SELECT key_id, subject, kind, wrapped, wrapping_key_id, wrapping_key_version,
                       destroyed_at, destroyed_at_position
                FROM subject_key WHERE key_id = ANY (?)
                """)) {
      query.setArray(1, connection.createArrayOf("text", keyIds.toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          states.put(rows.getString("key_id"), state(rows));
        }
      }
      return states;
    } catch (SQLException e) {
      throw away(e);
    }
  }

  @Override
  public int destroy(CaseId caseId, long position) {
    try (Connection connection = ready(database);
        PreparedStatement call = prepare(connection, "SELECT destroy_keys(?, ?)")) {
      call.setString(1, subject(caseId));
      call.setLong(2, position);
      try (ResultSet answer = call.executeQuery()) {
        answer.next();
        return answer.getInt(1);
      }
    } catch (SQLException e) {
      throw away(e);
    }
  }

  @Override
  public Optional<String> markOf(String name) {
    try (Connection connection = ready(database)) {
      return mark(connection, name);
    } catch (SQLException e) {
      throw away(e);
    }
  }

  @Override
  public String leaveMark(String name, String mark) {
    try (Connection connection = ready(database);
        PreparedStatement insert =
            prepare(
                connection,
                "INSERT INTO key_mark (name, mark) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")) {
      insert.setString(1, name);
      insert.setString(2, mark);
      insert.executeUpdate();
      return mark(connection, name)
          .orElseThrow(() -> new KeyUnavailable("mark of %s cannot be read back".formatted(name)));
    } catch (SQLException e) {
      throw away(e);
    }
  }

  private static Optional<String> mark(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        prepare(connection, "SELECT mark FROM key_mark WHERE name = ?")) {
      query.setString(1, name);
      return first(query);
    }
  }

  private static String subject(CaseId caseId) {
    return "case:" + caseId.value();
  }

  private Optional<SubjectKey> current(Connection connection, String subject) throws SQLException {
    try (PreparedStatement query =
        prepare(
            connection,
            """
            SELECT key_id, subject, kind, wrapped, wrapping_key_id, wrapping_key_version
            FROM subject_key WHERE subject = ? AND kind = ? AND destroyed_at IS NULL
            """)) {
      query.setString(1, subject);
      query.setString(2, KIND);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(unwrapped(row)) : Optional.empty();
      }
    }
  }

  /** Autocommitted: true means durable; false that another was faster. */
  private boolean insert(Connection connection, String subject, SubjectKey key)
      throws SQLException {
    try (PreparedStatement insert =
        prepare(
            connection,
            """
            INSERT INTO subject_key
              (key_id, subject, kind, wrapped, wrapping_key_id, wrapping_key_version)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (subject, kind) WHERE destroyed_at IS NULL DO NOTHING
            """)) {
      insert.setString(1, key.id());
      insert.setString(2, subject);
      insert.setString(3, KIND);
      insert.setBytes(4, wrapping.wrap(key, subject, KIND));
      insert.setString(5, wrapping.id());
      insert.setInt(6, wrapping.version());
      return insert.executeUpdate() == 1;
    }
  }

  private KeyState state(ResultSet row) throws SQLException {
    var destroyedAt = row.getObject("destroyed_at", OffsetDateTime.class);
    return destroyedAt == null
        ? new Live(unwrapped(row))
        : new Destroyed(destroyedAt.toInstant(), row.getLong("destroyed_at_position"));
  }

  private SubjectKey unwrapped(ResultSet row) throws SQLException {
    String wrappedWith = row.getString("wrapping_key_id");
    if (!wrappedWith.equals(wrapping.id())
        || row.getInt("wrapping_key_version") != wrapping.version()) {
      throw anotherKey(wrapping, wrappedWith);
    }
    return wrapping.unwrap(
        row.getBytes("wrapped"),
        row.getString("key_id"),
        row.getString("subject"),
        row.getString("kind"));
  }

  private static Optional<String> wrappingKeyInUse(Connection connection) throws SQLException {
    try (PreparedStatement query =
        prepare(
            connection,
            "SELECT wrapping_key_id FROM subject_key WHERE destroyed_at IS NULL LIMIT 1")) {
      return first(query);
    }
  }

  private static Optional<String> wrappingKeyInUseOtherThan(
      Connection connection, WrappingKey wrapping) throws SQLException {
    try (PreparedStatement query =
        prepare(
            connection,
            """
            SELECT wrapping_key_id FROM subject_key
            WHERE destroyed_at IS NULL AND (wrapping_key_id, wrapping_key_version) <> (?, ?)
            LIMIT 1
            """)) {
      query.setString(1, wrapping.id());
      query.setInt(2, wrapping.version());
      return first(query);
    }
  }

  private static Optional<String> first(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  private static Connection ready(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    try {
      connection.setAutoCommit(true);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(DEADLINE_SECONDS);
    return statement;
  }

  private static KeyUnavailable anotherKey(WrappingKey wrapping, String needed) {
    return new KeyUnavailable(
        "wrapping key file %s holds key %s, but secrets are wrapped with key %s; restore that file from its backup"
            .formatted(wrapping.file(), wrapping.id(), needed));
  }

  private static KeyUnavailable away(SQLException cause) {
    return new KeyUnavailable(
        "the key store does not answer (%s); repeat once its database is back"
            .formatted(cause.getMessage()),
        cause);
  }
}
