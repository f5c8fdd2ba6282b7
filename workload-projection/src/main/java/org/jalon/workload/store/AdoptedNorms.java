package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jalon.kernel.Identifier;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.norm.NormScope;
import org.jspecify.annotations.Nullable;

/** The norms that were adopted, in cases per FTE; their shares of time are not kept here. */
final class AdoptedNorms extends EntryTable<NormAdopted> {

  @Override
  String table() {
    return "norm";
  }

  @Override
  String known() {
    return """
    SELECT programme, team, territory, profession, standard, alert, ceiling, valid_from, position
    FROM norm WHERE known_from <= ? AND known_until > ?
    """;
  }

  @Override
  String insert() {
    return """
    INSERT INTO norm (position, valid_from, known_from, known_until,
        programme, team, territory, profession, standard, alert, ceiling)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING
    """;
  }

  @Override
  Optional<NormAdopted> of(Event event) {
    return event instanceof NormAdopted fact ? Optional.of(fact) : Optional.empty();
  }

  @Override
  void bind(Connection connection, PreparedStatement insert, NormAdopted value)
      throws SQLException {
    NormScope scope = value.scope();
    insert.setString(5, text(scope.programme()));
    insert.setString(6, text(scope.team()));
    insert.setString(7, text(scope.territory()));
    insert.setString(8, text(scope.profession()));
    insert.setObject(9, value.standard(), Types.INTEGER);
    insert.setObject(10, value.alert(), Types.INTEGER);
    insert.setObject(11, value.ceiling(), Types.INTEGER);
  }

  @Override
  NormAdopted read(ResultSet row) throws SQLException {
    return new NormAdopted(
        scope(row),
        row.getObject("standard", Integer.class),
        row.getObject("alert", Integer.class),
        row.getObject("ceiling", Integer.class),
        List.of());
  }

  private static NormScope scope(ResultSet row) throws SQLException {
    return new NormScope(
        id(row.getString("programme"), ProgrammeId::new),
        id(row.getString("team"), TeamId::new),
        id(row.getString("territory"), TerritoryId::new),
        id(row.getString("profession"), ProfessionId::new));
  }

  private static <T> @Nullable T id(@Nullable String text, Function<String, T> constructor) {
    return text == null ? null : constructor.apply(text);
  }

  private static @Nullable String text(@Nullable Identifier id) {
    return id == null ? null : id.value();
  }
}
