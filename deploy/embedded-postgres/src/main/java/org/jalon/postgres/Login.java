package org.jalon.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** How the server is reached. */
record Login(int port, String user, String password) {

  private static final int SECONDS = 10;

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  Connection connect(String database) throws SQLException {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setUrl(jdbcUrl(database));
    server.setUser(user);
    server.setPassword(password);
    server.setConnectTimeout(SECONDS);
    server.setLoginTimeout(SECONDS);
    return server.getConnection();
  }

  @Override
  public String toString() {
    return user + " at port " + port;
  }
}
