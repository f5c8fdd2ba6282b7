package org.jalon.command.ledger;

import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

/** The ledger keeps Axon's own contract of an event storage engine. */
class AxonContractTest extends StorageEngineTestSuite<PostgresEventStorageEngine> {

  private final TestLedger database = new TestLedger();

  @Override
  protected PostgresEventStorageEngine buildStorageEngine() {
    return database.open().engine();
  }

  @Override
  protected @Nullable ProcessingContext processingContext() {
    return null;
  }

  @AfterAll
  void close() {
    database.close();
  }
}
