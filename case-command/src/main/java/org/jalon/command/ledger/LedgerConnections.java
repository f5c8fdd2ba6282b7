package org.jalon.command.ledger;

import java.util.Map;

/** What a ledger's connections should be like; their pool's owner decides. */
public final class LedgerConnections {

  private LedgerConnections() {}

  /**
   * Properties for the PostgreSQL driver: a commit is answered once it is on disk, whatever the
   * server's default; a statement is planned once, because no plan here depends on what is asked
   * for; keepalives on; waiting for a lock 2 s, an idle transaction 10 s, any statement 60 s, and a
   * dead server noticed after 65 s. The writer sets shorter limits for itself. A pool wants at
   * least six connections: two are kept for good, a third while there is something to tell others.
   */
  public static Map<String, String> driverProperties() {
    return Map.of(
        "tcpKeepAlive", "true",
        "socketTimeout", "65",
        "ApplicationName", "jalon-ledger",
        "options",
            "-c synchronous_commit=on -c plan_cache_mode=force_generic_plan -c lock_timeout=2s -c"
                + " idle_in_transaction_session_timeout=10s -c statement_timeout=60s");
  }
}
