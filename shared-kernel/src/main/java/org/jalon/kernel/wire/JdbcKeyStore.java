package org.jalon.kernel.wire;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jalon.kernel.CaseId;

/**
 * Secrets in a PostgreSQL schema of their own, each wrapped; none is kept in memory, so a destroyed
 * key is dead at once, whoever destroyed it. Safe for many threads and processes.
 */
public final class JdbcKeyStore implements KeyStore, KeyMarks {

  private static final int ATTEMPTS = 10;

  private final KeyDatabase database;
  private final SecretTable secrets;

  private JdbcKeyStore(KeyDatabase database, SecretTable secrets) {
    this.database = database;
    this.secrets = secrets;
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
    var keys = new KeyDatabase(database);
    return keys.ask(
        connection -> {
          boolean missing = Files.notExists(wrappingKeyFile, LinkOption.NOFOLLOW_LINKS);
          Optional<String> inUse = SecretTable.wrappingKeyInUse(connection);
          if (missing && inUse.isPresent()) {
            throw new KeyUnavailable(
                "wrapping key file %s is missing, but secrets are wrapped with key %s; restore the file from its backup"
                    .formatted(wrappingKeyFile, inUse.get()));
          }
          var secrets = new SecretTable(WrappingKey.readOrCreate(wrappingKeyFile));
          secrets.refuseIfWrappedOtherwise(connection);
          return new JdbcKeyStore(keys, secrets);
        });
  }

  @Override
  public SubjectKey keyOf(CaseId caseId) {
    return database.ask(
        connection -> {
          Optional<SubjectKey> current = secrets.current(connection, caseId);
          for (int attempt = 0; current.isEmpty() && attempt < ATTEMPTS; attempt++) {
            SubjectKey fresh = SubjectKey.random();
            current =
                secrets.insert(connection, caseId, fresh)
                    ? Optional.of(fresh)
                    : secrets.current(connection, caseId);
          }
          return current.orElseThrow(() -> contended(caseId));
        });
  }

  @Override
  public SubjectKey rotate(CaseId caseId) {
    return database.ask(connection -> rotate(connection, caseId));
  }

  private SubjectKey rotate(Connection connection, CaseId caseId) throws SQLException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      SubjectKey fresh = SubjectKey.random();
      if (secrets.rotate(connection, caseId, fresh)) {
        return fresh;
      }
    }
    throw contended(caseId);
  }

  @Override
  public Map<String, KeyState> states(Collection<String> keyIds) {
    return database.ask(connection -> secrets.states(connection, keyIds));
  }

  @Override
  public List<Rotation> pendingRotations() {
    return database.ask(SecretTable::pendingRotations);
  }

  @Override
  public int destroyRetired(CaseId caseId, String keyId, long position) {
    return database.ask(
        connection -> SecretTable.destroyRetired(connection, caseId, keyId, position));
  }

  @Override
  public int destroy(CaseId caseId, long position) {
    return database.ask(connection -> SecretTable.destroy(connection, caseId, position));
  }

  @Override
  public Optional<String> markOf(String name) {
    return database.ask(connection -> MarkTable.of(connection, name));
  }

  @Override
  public String leaveMark(String name, String mark) {
    return database.ask(
        connection -> {
          MarkTable.leave(connection, name, mark);
          return MarkTable.of(connection, name)
              .orElseThrow(
                  () -> new KeyUnavailable("mark of %s cannot be read back".formatted(name)));
        });
  }

  private static KeyUnavailable contended(CaseId caseId) {
    return new KeyUnavailable(
        "the keys of case %s change faster than one can be had; try again".formatted(caseId));
  }
}
