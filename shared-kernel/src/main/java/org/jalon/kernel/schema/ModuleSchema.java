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
 * @param module names the folder, the schema {@code jalon_<ledger>_<module>} and the role {@code
 *     jalon_<module>}
 */
public record ModuleSchema(LedgerId ledger, String module) {

  /** The schema that holds the module's tables. */
  public String name() {
    return ledger.schema(module);
  }

  /** The role under which the module works; it owns nothing and gets what its migrations grant. */
  public String role() {
    return "jalon_" + module;
  }

  /** What every connection of the module runs first: it takes the role and sees this schema. */
  public String session() {
    return "SET ROLE %s; SET search_path TO %s".formatted(role(), name());
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
        .schemas(name())
        .createSchemas(true)
        .locations("classpath:db/" + module)
        .placeholders(Map.of("schema", name(), "role", role(), "ledger", ledger.value()))
        .validateMigrationNaming(true)
        .load()
        .migrate();
    grantUsage(owner);
  }

  private void grantUsage(DataSource owner) {
    try (Connection connection = owner.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("GRANT USAGE ON SCHEMA " + name() + " TO " + role());
    } catch (SQLException e) {
      throw new IllegalStateException("cannot grant the use of schema " + name(), e);
    }
  }
}
