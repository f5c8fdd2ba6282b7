package org.jalon.history.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to a server that is elsewhere after each of its starts. */
final class AddressedSource extends PGSimpleDataSource {

  private static final long serialVersionUID = 1L;
  private static final int LOGIN_SECONDS = 5;

  private final String file;
  private final String driverProperties;

  /**
   * @param address holds URL, user and password, a line each
   * @param driverProperties besides
   */
  AddressedSource(Path address, Map<String, String> driverProperties) {
    file = address.toString();
    StringBuilder all = new StringBuilder();
    driverProperties.forEach((name, value) -> all.append(name + "\t" + value + "\n"));
    this.driverProperties = all.toString();
  }

  @Override
  public Connection getConnection() throws SQLException {
    String[] lines = new Address(Path.of(file)).read().split("\n", -1);
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(lines[0]);
    source.setUser(lines[1]);
    source.setPassword(lines[2]);
    source.setLoginTimeout(LOGIN_SECONDS);
    for (String property : driverProperties.lines().toList()) {
      String[] pair = property.split("\t", 2);
      source.setProperty(pair[0], pair[1]);
    }
    return source.getConnection();
  }
}
