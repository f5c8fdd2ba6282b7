package org.jalon.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jalon.kernel.feed.EventFeed;
import org.jalon.kernel.feed.LiveView;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.schema.ModuleSchema;
import org.jalon.workload.caseload.Caseload;
import org.jalon.workload.store.CaseloadProjection;
import org.jalon.workload.store.Caseloads;

/** The caseload view over a feed. */
final class CaseloadDesk implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DatabaseAccess access;
  private final ModuleSchema schema;
  private final LiveView view;

  /** One in another database than the ledger's. */
  CaseloadDesk(EventFeed feed) {
    this(feed, ScratchLedger.otherDatabase());
  }

  /** One beside the ledger. */
  static CaseloadDesk besideLedger(EventFeed feed) {
    return new CaseloadDesk(feed, ScratchLedger.database());
  }

  private CaseloadDesk(EventFeed feed, DatabaseAccess access) {
    this.access = access;
    schema = new ModuleSchema(feed.ledger(), "workload");
    view = new LiveView(feed, new CaseloadProjection(), schema, access, 4);
    view.start();
  }

  /** The same view in the same database, as another process would follow it. */
  CaseloadDesk again(EventFeed feed) {
    return new CaseloadDesk(feed, access);
  }

  LiveView view() {
    return view;
  }

  void awaitReached(long position) throws InterruptedException {
    assertThat(view.await(position, PATIENCE))
        .as("the view is at %d of %d: %s", view.position(), position, view.failure().orElse(null))
        .isTrue();
  }

  /** What it answers for the day of the facts. */
  Caseload answer() throws SQLException {
    var day = ScratchLedger.DAY;
    return new Caseloads(view).figures(day, day, Optional.empty()).known().on(day);
  }

  /** Every row of every table, its fence included. */
  List<String> rows() throws SQLException {
    try (Connection connection = access.owner().getConnection()) {
      var rows = new ArrayList<String>();
      for (String table : tables(connection)) {
        rows.addAll(
            texts(
                connection,
                "SELECT '%2$s ' || x::text FROM %1$s.%2$s x".formatted(schema.name(), table)));
      }
      return rows.stream().sorted().toList();
    }
  }

  private List<String> tables(Connection connection) throws SQLException {
    return texts(
        connection,
        """
        SELECT table_name FROM information_schema.tables
        WHERE table_schema = '%s' AND table_name NOT LIKE 'flyway%%'
        """
            .formatted(schema.name()));
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  @Override
  public void close() {
    view.close();
  }
}
