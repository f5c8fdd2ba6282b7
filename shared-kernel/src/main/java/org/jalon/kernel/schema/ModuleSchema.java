package org.jalon.kernel.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jalon.kernel.LedgerId;

/**
 * The tables of one module of one ledger: a schema, the role that may use it, and a folder of
 * migrations {@code db/<module>} on the class path, written against {@code ${schema}} and {@code
 * ${role}}.
 *
 * @param ledger whose tables
 * @param module names the folder and the role {@code jalon_<module>}
 * @param name the schema
 */
public record ModuleSchema(LedgerId ledger, String module, String name) {

  /** The live tables of a module, in schema {@code jalon_<ledger>_<module>}. */
  public ModuleSchema(LedgerId ledger, String module) {
    this(ledger, module, ledger.schema(module));
  }

  /** The same tables once more, empty, in which a view is rebuilt beside the live one. */
  public ModuleSchema shadow() {
    return new ModuleSchema(ledger, module, name + "_next");
  }

  /** The role under which the module works; it owns nothing and gets what its migrations grant. */
  public String role() {
    return "jalon_" + module;
  }

  /** What every connection of the module runs first: it takes the role and sees this schema. */
  public String session() {
    return "SET ROLE %s; SET search_path TO %s".formatted(role(), name);
  }

  /**
   * Brings the schema to the newest version, as the owner; a second call changes nothing.
   *
   * @param owner connects as a user who may create schemas and roles
   * @throws IllegalStateException if a role is missing and may not be created; says what to run
   * @throws org.flywaydb.core.api.FlywayException if a released migration was altered or fails
   */
  public void migrate(DataSource owner) {
    Roles.ensure(owner, role());
    Flyway.configure()
        .dataSource(owner)
        .schemas(name)
        .createSchemas(true)
        .locations("classpath:db/" + module)
        .failOnMissingLocations(true)
        .placeholders(Map.of("schema", name, "role", role(), "ledger", ledger.value()))
        .validateMigrationNaming(true)
        .load()
        .migrate();
    run(owner, "GRANT USAGE ON SCHEMA %s TO %s".formatted(name, role()));
  }

  /** Removes the schema and all it holds. */
  public void drop(DataSource owner) {
    run(owner, "DROP SCHEMA IF EXISTS %s CASCADE".formatted(name));
  }

  /**
   * Lets the shadow take the place of these tables, in one transaction, between the answers of
   * readers: each begins by sharing the lock of table {@code fence}.
   */
  public void replaceWithShadow(DataSource owner) {
    run(
        owner,
        "SET LOCAL lock_timeout = '60s'; LOCK TABLE %1$s.fence IN ACCESS EXCLUSIVE MODE; ALTER SCHEMA %1$s RENAME TO %1$s_old; ALTER SCHEMA %2$s RENAME TO %1$s; DROP SCHEMA %1$s_old CASCADE"
            .formatted(name, shadow().name()));
  }

  private static void run(DataSource owner, String sql) {
    try (Connection connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("failed as the owner of the schemas: " + sql, e);
    }
  }
}
