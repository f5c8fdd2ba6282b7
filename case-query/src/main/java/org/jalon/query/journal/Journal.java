package org.jalon.query.journal;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.event.EntryRedacted;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.feed.Recorded;

/**
 * The table of entries. Milestones are all that the state of a case is folded from; interventions,
 * of which there are many, and texts sealed again are not among them.
 */
public final class Journal {

  private static final String COLUMNS =
      """
      SELECT case_id, position, type, version, effective_day, recorded_at, event_id, metadata, clear,
        sealed, chain_hash
      FROM entry
      WHERE case_id = ?
      """;
  private static final String MILESTONES =
      " AND type <> 'InterventionRecorded' AND type <> 'NarrativeResealed' ";
  private static final String KNOWN =
      """
      AND recorded_at <= coalesce(?, TIMESTAMPTZ 'infinity')
      AND position <= coalesce(?, 9223372036854775807)
      """;

  private final EntryRows rows;

  /** The journal of a ledger. */
  public Journal(LedgerId ledger) {
    this.rows = new EntryRows(ledger);
  }

  /** A page of entries. */
  public record Page(long total, List<Entry> entries) {}

  /**
   * Keeps the facts of cases of a batch and their rectifications; those that are there already stay
   * as they are.
   */
  public void append(Connection connection, Collection<Recorded> batch) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO entry (position, case_id, type, version, effective_day, recorded_at,
              event_id, tags, metadata, clear, sealed, chain_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) ON CONFLICT (position) DO NOTHING
            """)) {
      for (Recorded recorded : batch) {
        Optional<CaseId> caseId = Event.caseOf(recorded.event());
        if (caseId.isPresent()) {
          rows.bind(insert, recorded, caseId.get());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  /** The milestones of several cases, without their texts, in order of position. */
  public List<Entry> milestones(Connection connection, Collection<CaseId> cases)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            SELECT case_id, position, type, version, effective_day, recorded_at, event_id, metadata,
              clear, NULL::bytea AS sealed, chain_hash
            FROM entry
            WHERE case_id = ANY (?)
            """
                + MILESTONES
                + "ORDER BY position")) {
      String[] ids = cases.stream().map(CaseId::value).toArray(String[]::new);
      query.setArray(1, connection.createArrayOf("text", ids));
      return rows.read(query);
    }
  }

  /** The milestones of one case that are known at a point of the record, in order of position. */
  public List<Entry> milestones(Connection connection, CaseId caseId, Known known)
      throws SQLException {
    try (var query =
        connection.prepareStatement(COLUMNS + MILESTONES + KNOWN + "ORDER BY position")) {
      bind(query, caseId, known);
      return rows.read(query);
    }
  }

  /** The interventions of a case among the entries at these positions. */
  public List<Entry> interventions(Connection connection, CaseId caseId, Collection<Long> positions)
      throws SQLException {
    if (positions.isEmpty()) {
      return List.of();
    }
    try (var query =
        connection.prepareStatement(
            COLUMNS + "AND type = 'InterventionRecorded' AND position = ANY (?)")) {
      query.setString(1, caseId.value());
      query.setArray(2, connection.createArrayOf("bigint", positions.toArray()));
      return rows.read(query);
    }
  }

  /**
   * How many interventions a case has that stand as they were recorded, and the last of them, the
   * latest first.
   *
   * @param rectified positions that are left out
   */
  public Page lastInterventions(
      Connection connection, CaseId caseId, Known known, Collection<Long> rectified, int most)
      throws SQLException {
    String standing =
        KNOWN
            + """
            AND type = 'InterventionRecorded' AND position <> ALL (?)
            AND effective_day <= coalesce(?, DATE 'infinity')
            """;
    long total;
    try (var count =
        connection.prepareStatement("SELECT count(*) FROM entry WHERE case_id = ? " + standing)) {
      bind(count, caseId, known, rectified);
      total = number(count);
    }
    try (var query =
        connection.prepareStatement(
            COLUMNS + standing + "ORDER BY effective_day DESC, position DESC LIMIT ?")) {
      bind(query, caseId, known, rectified);
      query.setInt(6, most);
      return new Page(total, rows.read(query));
    }
  }

  /** What became of a case's entries, whenever that was recorded. */
  public Corrections corrections(Connection connection, CaseId caseId) throws SQLException {
    try (var query =
        connection.prepareStatement(
            COLUMNS
                + """
                AND type <> 'InterventionRecorded'
                AND type IN ('EntryRectified', 'EntryRedacted', 'NarrativeResealed')
                ORDER BY position
                """)) {
      query.setString(1, caseId.value());
      List<Entry> entries = rows.read(query);
      return Corrections.of(entries, redacted(connection, caseId, entries));
    }
  }

  private static Map<Long, UUID> redacted(
      Connection connection, CaseId caseId, List<Entry> corrections) throws SQLException {
    Object[] positions =
        corrections.stream()
            .map(Entry::event)
            .filter(EntryRedacted.class::isInstance)
            .map(event -> ((EntryRedacted) event).position())
            .toArray();
    var ids = new HashMap<Long, UUID>();
    if (positions.length == 0) {
      return ids;
    }
    try (var query =
        connection.prepareStatement(
            "SELECT position, event_id FROM entry WHERE case_id = ? AND position = ANY (?)")) {
      query.setString(1, caseId.value());
      query.setArray(2, connection.createArrayOf("bigint", positions));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          ids.put(rows.getLong("position"), rows.getObject("event_id", UUID.class));
        }
      }
    }
    return ids;
  }

  /** All entries of a case after a position, in order of position. */
  public Page history(Connection connection, CaseId caseId, long after, int most)
      throws SQLException {
    long total;
    try (var count = connection.prepareStatement("SELECT count(*) FROM entry WHERE case_id = ?")) {
      count.setString(1, caseId.value());
      total = number(count);
    }
    try (var query =
        connection.prepareStatement(COLUMNS + "AND position > ? ORDER BY position LIMIT ?")) {
      query.setString(1, caseId.value());
      query.setLong(2, after);
      query.setInt(3, most);
      return new Page(total, rows.read(query));
    }
  }

  private static void bind(PreparedStatement query, CaseId caseId, Known known)
      throws SQLException {
    query.setString(1, caseId.value());
    Instant asOf = known.asOf();
    query.setObject(
        2,
        asOf == null ? null : asOf.atOffset(ZoneOffset.UTC),
        java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
    query.setObject(3, known.position(), java.sql.Types.BIGINT);
  }

  private static void bind(
      PreparedStatement query, CaseId caseId, Known known, Collection<Long> rectified)
      throws SQLException {
    bind(query, caseId, known);
    query.setArray(4, query.getConnection().createArrayOf("bigint", rectified.toArray()));
    EffectiveDay on = known.on();
    query.setDate(5, on == null ? null : Date.valueOf(on.value()));
  }

  private static long number(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
