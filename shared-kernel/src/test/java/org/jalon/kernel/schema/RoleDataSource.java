package org.jalon.kernel.schema;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections of a module, as a pool would hand them out: under its role, in its schema.
 *
 * @param autocommit what a connection is set to when it is handed out
 */
public record RoleDataSource(DataSource owner, ModuleSchema schema, boolean autocommit)
    implements DataSource {

  /** Connections that commit by themselves. */
  public RoleDataSource(DataSource owner, ModuleSchema schema) {
    this(owner, schema, true);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = owner.getConnection();
    try (var statement = connection.createStatement()) {
      statement.execute(schema.session());
    }
    connection.setAutoCommit(autocommit);
    return connection;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return owner.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    owner.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    owner.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return owner.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return owner.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return owner.isWrapperFor(type);
  }
}
