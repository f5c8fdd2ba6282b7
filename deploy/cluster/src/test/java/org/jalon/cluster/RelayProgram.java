package org.jalon.cluster;

import com.zaxxer.hikari.HikariDataSource;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerOptions;
import org.jalon.command.ledger.PayloadFormat;
import org.jalon.command.relay.Relay;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.feed.kafka.KafkaAccess;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.schema.ModuleSchema;

/** A relay in a process of its own, to be killed. */
final class RelayProgram {

  private RelayProgram() {}

  /**
   * @param args ledger, brokers, then database: address, user, password
   */
  public static void main(String[] args) throws Exception {
    var id = new LedgerId(args[0]);
    var database = new DatabaseAccess(args[2], args[3], args[4]);
    var schema = new ModuleSchema(id, "ledger");
    try (HikariDataSource pool = database.pool(schema, 4);
        Ledger ledger = Ledger.open(pool, id, PayloadFormat.bytes(), LedgerOptions.defaults());
        Relay relay = Relays.of(ledger, new KafkaAccess(args[1], java.util.Map.of()), 10)) {
      relay.start();
      System.out.println("relaying");
      while (System.in.read() >= 0) {
        // The end of the pipe counts.
      }
    }
  }

  /** Starts one for a ledger. */
  static ChildJvm start(ScratchLedger ledger) throws Exception {
    var database = ledger.access();
    ChildJvm jvm =
        ChildJvm.start(
            RelayProgram.class,
            ledger.id().value(),
            Broker.shared().access().servers(),
            database.url(),
            database.user(),
            database.password());
    jvm.awaitLine("relaying");
    return jvm;
  }
}
