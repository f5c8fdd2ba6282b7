package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jalon.kernel.LedgerId;

/**
 * Asks a ledger's tables, each question over a connection of its own.
 *
 * @param atMost longest that one answer is waited for; zero: what the connection's owner chose
 */
record Questions(DataSource source, LedgerId ledger, Duration atMost) {

  /** A question asked of the ledger's tables. */
  interface Question<A> {
    A ask(Connection connection) throws SQLException;
  }

  /**
   * @throws LedgerException.Unavailable if the database cannot be asked
   */
  <A> A answer(Question<A> question) {
    try (Connection connection = source.getConnection()) {
      if (atMost.isPositive()) {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(atMost.toMillis()));
      }
      return question.ask(connection);
    } catch (SQLException e) {
      throw new LedgerException.Unavailable("ledger %s cannot be read".formatted(ledger), e);
    }
  }
}
