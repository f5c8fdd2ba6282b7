package org.jalon.standalone;

import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.postgres.EmbeddedPostgres;

/** The PostgreSQL that everything is kept in. */
sealed interface Database extends AutoCloseable {

  /**
   * Starts the embedded server, or looks at the one that is there.
   *
   * @throws CannotStart if the server that is there will not do
   * @throws org.jalon.postgres.CannotStartPostgres if the embedded one does not come about
   */
  static Database open(Surroundings surroundings) {
    if (surroundings.database().isPresent()) {
      DatabaseAccess access = surroundings.database().get();
      ExistingServer.check(access);
      return new Existing(access);
    }
    EmbeddedPostgres server = EmbeddedPostgres.start(surroundings.data().resolve("postgres"));
    server.whenItEndsByItself(Jalon::endForWantOfDatabase);
    return new Embedded(server);
  }

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
