package org.jalon.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateBasedJpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateBasedJpaEventStorageEngineConfiguration;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.messaging.core.unitofwork.transaction.Transaction;
import org.axonframework.messaging.core.unitofwork.transaction.TransactionManager;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** Axon's own storage engine on Hibernate, with a pool of its own and a schema of its own. */
final class AxonJpa implements AutoCloseable {

  private static final String MAPPING = "org/jalon/benchmark/axon-jpa-orm.xml";

  private static final int PAGE = 1_000;

  private final PeerAccess access;
  private final String schema;
  private final HikariDataSource pool;
  private final EntityManagerFactory factory;
  private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
  private final EventStorageEngine engine;

  /** Makes its tables. */
  AxonJpa(PeerAccess access, String schema) {
    this.access = access;
    this.schema = schema;
    pool = new HikariDataSource();
    pool.setDataSource(access.source());
    pool.setMaximumPoolSize(Sessions.MOST);
    pool.setMinimumIdle(0);
    pool.setAutoCommit(false);
    factory =
        new HibernatePersistenceConfiguration("axon-jpa")
            .managedClass(AggregateEventEntry.class)
            .mappingFile(MAPPING)
            .properties(
                Map.of(
                    "jakarta.persistence.nonJtaDataSource", pool,
                    "jakarta.persistence.schema-generation.database.action", "create",
                    "jakarta.persistence.create-database-schemas", "true",
                    "hibernate.default_schema", schema,
                    "hibernate.connection.provider_disables_autocommit", "true",
                    "hibernate.jdbc.batch_size", "50",
                    "hibernate.order_inserts", "true"))
            .createEntityManagerFactory();
    engine =
        new AggregateBasedJpaEventStorageEngine(
            current::get, new Transactions(), new BytesAsTheyAre(), AxonJpa::settings);
  }

  /** A page that is not full is the last, which saves asking for one more. */
  private static AggregateBasedJpaEventStorageEngineConfiguration settings(
      AggregateBasedJpaEventStorageEngineConfiguration settings) {
    return settings
        .batchSize(PAGE)
        .finalBatchPredicate(page -> page.size() < PAGE)
        .persistenceExceptionResolver(new SQLStateResolver());
  }

  EventStorageEngine engine() {
    return engine;
  }

  /** Does at once what autovacuum does in time. */
  void settle() throws SQLException {
    access.execute("VACUUM (ANALYZE) %s.aggregate_event_entry".formatted(schema));
  }

  /** Gives its connections back to the server, until it is asked again. */
  void rest() {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public void close() {
    factory.close();
    pool.close();
  }

  private final class Transactions implements TransactionManager {

    @Override
    public Transaction startTransaction() {
      EntityManager manager = factory.createEntityManager();
      manager.getTransaction().begin();
      current.set(manager);
      return new Ending(manager);
    }
  }

  /** Axon closes the manager before it commits; Hibernate then keeps it until the commit. */
  private final class Ending implements Transaction {

    private final EntityManager manager;

    Ending(EntityManager manager) {
      this.manager = manager;
    }

    @Override
    public void commit() {
      manager.getTransaction().commit();
      end();
    }

    @Override
    public void rollback() {
      if (manager.getTransaction().isActive()) {
        manager.getTransaction().rollback();
      }
      end();
    }

    private void end() {
      current.remove();
      if (manager.isOpen()) {
        manager.close();
      }
    }
  }
}
