package org.jalon.history.run;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerConnections;
import org.jalon.command.ledger.LedgerException;
import org.jalon.command.ledger.LedgerOptions;
import org.jalon.command.ledger.PayloadFormat;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.schema.ModuleSchema;

/** The ledger under test, opened in this process. */
record OpenLedger(Ledger ledger, HikariDataSource pool) implements AutoCloseable {

  static final LedgerId ID = LedgerId.MAIN;
  static final ModuleSchema SCHEMA = new ModuleSchema(ID, "ledger");

  private static final int CONNECTIONS = 10;
  private static final Duration FREE_CONNECTION = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * Opens it, as soon as the server can be reached.
   *
   * @param address of the server
   * @param name that its connections carry
   * @param window of events, see {@link LedgerOptions}
   * @param durable whether a commit is answered once it is on disk, as it should be
   */
  static OpenLedger of(Path address, String name, int window, boolean durable) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(new AddressedSource(address, driverProperties(name, durable)));
    config.setConnectionInitSql(SCHEMA.session());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(FREE_CONNECTION.toMillis());
    config.setInitializationFailTimeout(-1);
    HikariDataSource pool = new HikariDataSource(config);
    LedgerOptions options = LedgerOptions.defaults().withWindowEvents(window);
    long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return new OpenLedger(Ledger.open(pool, ID, PayloadFormat.bytes(), options), pool);
      } catch (LedgerException.Unavailable e) {
        if (System.nanoTime() - giveUpAt > 0) {
          pool.close();
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private static Map<String, String> driverProperties(String name, boolean durable) {
    Map<String, String> properties = new HashMap<>(LedgerConnections.driverProperties());
    properties.put("ApplicationName", name);
    if (!durable) {
      properties.compute("options", (_, given) -> given + " -c synchronous_commit=off");
    }
    return properties;
  }

  @Override
  public void close() {
    ledger.close();
    pool.close();
  }
}
