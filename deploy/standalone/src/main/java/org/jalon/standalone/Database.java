package org.jalon.standalone;

import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.postgres.EmbeddedPostgres;

/** The PostgreSQL that everything is kept in. */
sealed interface Database extends AutoCloseable {

  DatabaseAccess access();

  @Override
  void close();

  /** Comes and goes with this process. */
  record Embedded(EmbeddedPostgres server) implements Database {

    @Override
    public DatabaseAccess access() {
      return new DatabaseAccess(server.jdbcUrl(), server.user(), server.password());
    }

    @Override
    public void close() {
      server.close();
    }
  }

  /** Is there already, and stays. */
  record Existing(DatabaseAccess access) implements Database {

    @Override
    public void close() {}
  }
}
