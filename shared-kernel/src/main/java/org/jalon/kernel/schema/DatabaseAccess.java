package org.jalon.kernel.schema;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How the PostgreSQL server is reached.
 *
 * @param url of JDBC, for example {@code jdbc:postgresql://localhost:5432/jalon}
 * @param user who may create schemas and roles
 * @param password of that user; may be empty
 */
public record DatabaseAccess(String url, String user, String password) {

  private static final Duration FREE_CONNECTION = Duration.ofSeconds(5);
  private static final Duration STATEMENT = Duration.ofSeconds(30);
  private static final Duration LOGIN = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(40);
  private static final Duration MIGRATION = Duration.ofMinutes(10);
  private static final String DURABLE = "-c synchronous_commit=on";
  private static final int KEPT_IDLE = 1;

  /**
   * Connections as the owner of the schemas, each opened when asked for. A commit is on disk when
   * it is answered; an answer is waited for up to 10 min.
   */
  public DataSource owner() {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setApplicationName("jalon-owner");
    source.setTcpKeepAlive(true);
    source.setOptions(DURABLE);
    source.setSocketTimeout(Math.toIntExact(MIGRATION.toSeconds()));
    source.setLoginTimeout(Math.toIntExact(LOGIN.toSeconds()));
    return source;
  }

  /**
   * Connections that work under a module's role in its schema. Opens none before the first is asked
   * for, so it may be made before the module's migrations have run. A connection is waited for up
   * to 5 s; a statement may take up to 30 s, and a server that does not answer is given up after 40
   * s. A commit is on disk when it is answered, whatever the server's default.
   *
   * @param schema whose role and tables
   * @param size most connections at once
   */
  public HikariDataSource pool(ModuleSchema schema, int size) {
    var pool = new HikariDataSource();
    pool.setPoolName(schema.name());
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(Math.min(KEPT_IDLE, size));
    pool.setConnectionTimeout(FREE_CONNECTION.toMillis());
    pool.setConnectionInitSql(schema.session());
    pool.addDataSourceProperty("ApplicationName", schema.role());
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("socketTimeout", String.valueOf(ANSWER.toSeconds()));
    pool.addDataSourceProperty(
        "options", "%s -c statement_timeout=%d".formatted(DURABLE, STATEMENT.toMillis()));
    return pool;
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "DatabaseAccess[%s as %s]".formatted(url, user);
  }
}
