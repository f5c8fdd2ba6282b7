package org.jalon.postgres;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own for a test, and its superuser. */
public record ScratchDatabase(String url, String user, String password) {

  /** Opens a new connection each time. */
  public DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }
}
