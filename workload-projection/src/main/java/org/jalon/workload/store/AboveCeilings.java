package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.Event;

/** Who was seen above the ceiling because there was less capacity. */
final class AboveCeilings extends EntryTable<CaseloadAboveCeiling> {

  @Override
  String table() {
    return "above_ceiling";
  }

  @Override
  String known() {
    return """
    SELECT professional, load, ceiling, valid_from, position
    FROM above_ceiling WHERE known_from <= ? AND known_until > ?
    """;
  }

  @Override
  String insert() {
    return """
    INSERT INTO above_ceiling (position, valid_from, known_from, known_until,
        professional, load, ceiling)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING
    """;
  }

  @Override
  Optional<CaseloadAboveCeiling> of(Event event) {
    return event instanceof CaseloadAboveCeiling fact ? Optional.of(fact) : Optional.empty();
  }

  @Override
  void bind(Connection connection, PreparedStatement insert, CaseloadAboveCeiling value)
      throws SQLException {
    insert.setString(5, value.professional().value());
    insert.setInt(6, value.load());
    insert.setInt(7, value.ceiling());
  }

  @Override
  CaseloadAboveCeiling read(ResultSet row) throws SQLException {
    return new CaseloadAboveCeiling(
        new ProfessionalId(row.getString("professional")),
        row.getInt("load"),
        row.getInt("ceiling"));
  }
}
