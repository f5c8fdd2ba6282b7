package org.jalon.kernel.wire;

import static org.jalon.kernel.wire.KeyDatabase.first;
import static org.jalon.kernel.wire.KeyDatabase.prepare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.SealedBox;

/** The secrets of cases, one row each, wrapped. */
final class SecretTable {

  private static final String KIND = SealedBox.Kind.NARRATIVE.name();
  private static final String CASE = "case:";

  private final WrappedSecrets secrets;

  SecretTable(WrappingKey wrapping) {
    this.secrets = new WrappedSecrets(wrapping);
  }

  /** The id of a wrapping key that secrets are wrapped with; empty if there are none. */
  static Optional<String> wrappingKeyInUse(Connection connection) throws SQLException {
    try (PreparedStatement query =
        prepare(
            connection,
            "SELECT wrapping_key_id FROM subject_key WHERE destroyed_at IS NULL LIMIT 1")) {
      return first(query);
    }
  }

  /**
   * @throws KeyUnavailable if secrets are wrapped with another wrapping key
   */
  void refuseIfWrappedOtherwise(Connection connection) throws SQLException {
    secrets.refuseIfWrappedOtherwise(connection);
  }

  Optional<SubjectKey> current(Connection connection, CaseId caseId) throws SQLException {
    try (PreparedStatement query =
        prepare(
            connection,
            """
            SELECT key_id, subject, kind, wrapped, wrapping_key_id, wrapping_key_version
            FROM subject_key
            WHERE subject = ? AND kind = ? AND destroyed_at IS NULL AND retired_at IS NULL
            """)) {
      query.setString(1, subject(caseId));
      query.setString(2, KIND);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(secrets.unwrapped(row)) : Optional.empty();
      }
    }
  }

  /** False if another was faster. */
  boolean insert(Connection connection, CaseId caseId, SubjectKey key) throws SQLException {
    try (PreparedStatement insert =
        prepare(
            connection,
            """
            INSERT INTO subject_key
              (subject, kind, key_id, wrapped, wrapping_key_id, wrapping_key_version)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (subject, kind) WHERE destroyed_at IS NULL AND retired_at IS NULL DO NOTHING
            """)) {
      secrets.bind(insert, subject(caseId), KIND, key);
      return insert.executeUpdate() == 1;
    }
  }

  /** False if another was faster. */
  boolean rotate(Connection connection, CaseId caseId, SubjectKey key) throws SQLException {
    try (PreparedStatement call = prepare(connection, "SELECT rotate_key(?, ?, ?, ?, ?, ?)")) {
      secrets.bind(call, subject(caseId), KIND, key);
      try (ResultSet answer = call.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  Map<String, KeyStore.KeyState> states(Connection connection, Collection<String> keyIds)
      throws SQLException {
    try (PreparedStatement query =
        prepare(
            connection,
            """
            SELECT key_id, subject, kind, wrapped, wrapping_key_id, wrapping_key_version,
                   destroyed_at, destroyed_at_position
            FROM subject_key WHERE key_id = ANY (?)
            """)) {
      query.setArray(1, connection.createArrayOf("text", keyIds.toArray()));
      var states = new HashMap<String, KeyStore.KeyState>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          states.put(rows.getString("key_id"), secrets.state(rows));
        }
      }
      return states;
    }
  }

  static int destroy(Connection connection, CaseId caseId, long position) throws SQLException {
    try (PreparedStatement call = prepare(connection, "SELECT destroy_keys(?, ?)")) {
      call.setString(1, subject(caseId));
      call.setLong(2, position);
      return number(call);
    }
  }

  static int destroyRetired(Connection connection, CaseId caseId, String keyId, long position)
      throws SQLException {
    try (PreparedStatement call = prepare(connection, "SELECT destroy_retired_keys(?, ?, ?)")) {
      call.setString(1, subject(caseId));
      call.setString(2, keyId);
      call.setLong(3, position);
      return number(call);
    }
  }

  static List<KeyStore.Rotation> pendingRotations(Connection connection) throws SQLException {
    try (PreparedStatement query =
        prepare(
            connection,
            """
            SELECT subject, key_id FROM subject_key
            WHERE kind = ? AND destroyed_at IS NULL AND subject IN (
              SELECT subject FROM subject_key WHERE destroyed_at IS NULL AND retired_at IS NOT NULL)
            ORDER BY made
            """)) {
      query.setString(1, KIND);
      var keys = new TreeMap<String, List<String>>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          keys.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>()).add(rows.getString(2));
        }
      }
      return keys.entrySet().stream()
          .map(of -> new KeyStore.Rotation(caseId(of.getKey()), of.getValue()))
          .toList();
    }
  }

  private static int number(PreparedStatement call) throws SQLException {
    try (ResultSet answer = call.executeQuery()) {
      answer.next();
      return answer.getInt(1);
    }
  }

  private static String subject(CaseId caseId) {
    return CASE + caseId.value();
  }

  private static CaseId caseId(String subject) {
    return new CaseId(subject.substring(CASE.length()));
  }
}
