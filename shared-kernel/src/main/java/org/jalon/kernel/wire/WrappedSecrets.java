package org.jalon.kernel.wire;

import static org.jalon.kernel.wire.KeyDatabase.first;
import static org.jalon.kernel.wire.KeyDatabase.prepare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Secrets as they lie in their rows: wrapped with one wrapping key. */
final class WrappedSecrets {

  private final WrappingKey wrapping;

  WrappedSecrets(WrappingKey wrapping) {
    this.wrapping = wrapping;
  }

  /**
   * @throws KeyUnavailable if secrets are wrapped with another wrapping key
   */
  void refuseIfWrappedOtherwise(Connection connection) throws SQLException {
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
      Optional<String> other = first(query);
      if (other.isPresent()) {
        throw anotherKey(other.get());
      }
    }
  }

  /** The parameters of a new row: subject, kind, key id, secret, wrapping key and its version. */
  void bind(PreparedStatement statement, String subject, String kind, SubjectKey key)
      throws SQLException {
    statement.setString(1, subject);
    statement.setString(2, kind);
    statement.setString(3, key.id());
    statement.setBytes(4, wrapping.wrap(key, subject, kind));
    statement.setString(5, wrapping.id());
    statement.setInt(6, wrapping.version());
  }

  KeyStore.KeyState state(ResultSet row) throws SQLException {
    var destroyedAt = row.getObject("destroyed_at", OffsetDateTime.class);
    return destroyedAt == null
        ? new KeyStore.Live(unwrapped(row))
        : new KeyStore.Destroyed(destroyedAt.toInstant(), row.getLong("destroyed_at_position"));
  }

  SubjectKey unwrapped(ResultSet row) throws SQLException {
    String wrappedWith = row.getString("wrapping_key_id");
    if (!wrappedWith.equals(wrapping.id())
        || row.getInt("wrapping_key_version") != wrapping.version()) {
      throw anotherKey(wrappedWith);
    }
    return wrapping.unwrap(
        row.getBytes("wrapped"),
        row.getString("key_id"),
        row.getString("subject"),
        row.getString("kind"));
  }

  private KeyUnavailable anotherKey(String needed) {
    return new KeyUnavailable(
        "wrapping key file %s holds key %s, but secrets are wrapped with key %s; restore that file from its backup"
            .formatted(wrapping.file(), wrapping.id(), needed));
  }
}
