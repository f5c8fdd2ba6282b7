package org.jalon.query.journal;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.wire.EncodedEvent;
import org.jalon.kernel.wire.EventCodec;
import org.jalon.kernel.wire.EventName;
import org.jalon.kernel.wire.Stamp;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of entries. Milestones are all entries but interventions, of which there are many. */
public final class Journal {

  private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};
  private static final String KNOWN =
      """
      AND effective_day <= coalesce(?, DATE 'infinity')
      AND recorded_at <= coalesce(?, TIMESTAMPTZ 'infinity')
      AND position <= coalesce(?, 9223372036854775807)
      """;

  private final LedgerId ledger;
  private final EventCodec codec = new EventCodec();
  private final JsonMapper json = JsonMapper.shared();

  /** The journal of a ledger. */
  public Journal(LedgerId ledger) {
    this.ledger = ledger;
  }

  /** A page of entries. */
  public record Page(long total, List<Entry> entries) {}

  /** Keeps the case events of a batch; those that are there already stay as they are. */
  public void append(Connection connection, Collection<Recorded> batch) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO entry (position, case_id, type, version, effective_day, recorded_at,
              event_id, tags, metadata, clear, sealed, chain_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) ON CONFLICT (position) DO NOTHING
            """)) {
      for (Recorded recorded : batch) {
        if (recorded.event() instanceof CaseEvent event) {
          bind(insert, recorded, event);
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
            SELECT position, type, version, effective_day, recorded_at, event_id, metadata, clear,
              NULL::bytea AS sealed, chain_hash
            FROM entry
            WHERE case_id = ANY (?) AND type <> 'InterventionRecorded'
            ORDER BY position
            """)) {
      String[] ids = cases.stream().map(CaseId::value).toArray(String[]::new);
      query.setArray(1, connection.createArrayOf("text", ids));
      return entries(query);
    }
  }

  /** The milestones of one case, in order of position. */
  public List<Entry> milestones(Connection connection, CaseId caseId, Known known)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            SELECT position, type, version, effective_day, recorded_at, event_id, metadata, clear,
              sealed, chain_hash
            FROM entry
            WHERE case_id = ? AND type <> 'InterventionRecorded'
            """
                + KNOWN
                + "ORDER BY position")) {
      bind(query, caseId, known);
      return entries(query);
    }
  }

  /** How many interventions a case has, and the last of them, the latest first. */
  public Page lastInterventions(Connection connection, CaseId caseId, Known known, int most)
      throws SQLException {
    long total;
    try (var count =
        connection.prepareStatement(
            "SELECT count(*) FROM entry WHERE case_id = ? AND type = 'InterventionRecorded' "
                + KNOWN)) {
      bind(count, caseId, known);
      total = number(count);
    }
    try (var query =
        connection.prepareStatement(
            """
            SELECT position, type, version, effective_day, recorded_at, event_id, metadata, clear,
              sealed, chain_hash
            FROM entry
            WHERE case_id = ? AND type = 'InterventionRecorded'
            """
                + KNOWN
                + "ORDER BY effective_day DESC, position DESC LIMIT ?")) {
      bind(query, caseId, known);
      query.setInt(5, most);
      return new Page(total, entries(query));
    }
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
        connection.prepareStatement(
            """
            SELECT position, type, version, effective_day, recorded_at, event_id, metadata, clear,
              sealed, chain_hash
            FROM entry
            WHERE case_id = ? AND position > ?
            ORDER BY position LIMIT ?
            """)) {
      query.setString(1, caseId.value());
      query.setLong(2, after);
      query.setInt(3, most);
      return new Page(total, entries(query));
    }
  }

  private void bind(PreparedStatement insert, Recorded recorded, CaseEvent event)
      throws SQLException {
    EncodedEvent stored = recorded.stored();
    insert.setLong(1, recorded.position());
    insert.setString(2, event.caseId().value());
    insert.setString(3, stored.name().name());
    insert.setInt(4, stored.name().version());
    insert.setObject(5, recorded.day().value());
    insert.setObject(6, utc(recorded.recordedAt()));
    insert.setObject(7, recorded.eventId());
    insert.setArray(
        8, insert.getConnection().createArrayOf("text", recorded.tags().toArray(String[]::new)));
    insert.setString(9, json.writeValueAsString(recorded.stamp().toMetadata()));
    insert.setBytes(10, stored.clear());
    insert.setBytes(11, stored.sealed());
    insert.setBytes(12, recorded.chainHash());
  }

  private static void bind(PreparedStatement query, CaseId caseId, Known known)
      throws SQLException {
    query.setString(1, caseId.value());
    EffectiveDay on = known.on();
    query.setDate(2, on == null ? null : Date.valueOf(on.value()));
    Instant asOf = known.asOf();
    query.setObject(3, asOf == null ? null : utc(asOf), java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
    query.setObject(4, known.position(), java.sql.Types.BIGINT);
  }

  private List<Entry> entries(PreparedStatement query) throws SQLException {
    var entries = new ArrayList<Entry>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        entries.add(entry(rows));
      }
    }
    return entries;
  }

  private Entry entry(ResultSet row) throws SQLException {
    var name = new EventName(row.getString("type"), row.getInt("version"));
    var stored = new EncodedEvent(name, row.getBytes("clear"), row.getBytes("sealed"));
    UUID eventId = row.getObject("event_id", UUID.class);
    return new Entry(
        row.getLong("position"),
        new EffectiveDay(row.getObject("effective_day", java.time.LocalDate.class)),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        eventId,
        Stamp.of(json.readValue(row.getString("metadata"), METADATA)),
        (CaseEvent) codec.decode(name.at(ledger, eventId), stored.clear(), stored.sealed()),
        stored,
        row.getBytes("chain_hash"));
  }

  private static long number(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
