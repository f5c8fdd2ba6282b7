package org.jalon.query.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jalon.kernel.BoxPlace;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.wire.EncodedEvent;
import org.jalon.kernel.wire.EventCodec;
import org.jalon.kernel.wire.EventName;
import org.jalon.kernel.wire.Stamp;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the rows of table {@code entry}. */
final class EntryRows {

  private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};
  private final EventCodec codec = new EventCodec();
  private final JsonMapper json = JsonMapper.shared();
  private final LedgerId ledger;

  EntryRows(LedgerId ledger) {
    this.ledger = ledger;
  }

  void bind(PreparedStatement insert, Recorded recorded, CaseId caseId) throws SQLException {
    EncodedEvent stored = recorded.stored();
    insert.setLong(1, recorded.position());
    insert.setString(2, caseId.value());
    insert.setString(3, stored.name().name());
    insert.setInt(4, stored.name().version());
    insert.setObject(5, recorded.day().value());
    insert.setObject(6, recorded.recordedAt().atOffset(ZoneOffset.UTC));
    insert.setObject(7, recorded.eventId());
    insert.setArray(
        8, insert.getConnection().createArrayOf("text", recorded.tags().toArray(String[]::new)));
    insert.setString(9, json.writeValueAsString(recorded.stamp().toMetadata()));
    insert.setBytes(10, stored.clear());
    insert.setBytes(11, stored.sealed());
    insert.setBytes(12, recorded.chainHash());
  }

  List<Entry> read(PreparedStatement query) throws SQLException {
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
    BoxPlace place = name.at(ledger, eventId);
    return new Entry(
        new CaseId(row.getString("case_id")),
        row.getLong("position"),
        new EffectiveDay(row.getObject("effective_day", java.time.LocalDate.class)),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        place,
        Stamp.of(json.readValue(row.getString("metadata"), METADATA)),
        codec.decode(place, stored.clear(), stored.sealed()),
        stored,
        row.getBytes("chain_hash"));
  }
}
