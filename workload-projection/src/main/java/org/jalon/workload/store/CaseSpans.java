package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.workload.span.CaseStanding;
import org.jalon.workload.span.Dated;
import org.jalon.workload.span.Stage;

/** How cases stood. */
final class CaseSpans extends SpanTable<CaseStanding> {

  @Override
  String stillKnown() {
    return """
    SELECT case_id, programme, team, referent, stage, valid_from, valid_to, known_from, known_until
    FROM case_span
    WHERE case_id = ANY (?) AND known_until = 9223372036854775807
    """;
  }

  @Override
  String insert() {
    return """
    INSERT INTO case_span (case_id, programme, team, referent, stage,
        valid_from, valid_to, known_from, known_until)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    """;
  }

  @Override
  String supersede() {
    return """
    UPDATE case_span SET known_until = ? WHERE case_id = ? AND valid_from = ? AND known_from = ?
    """;
  }

  /** Every span in which cases were active that are so on one of the days, until the last one. */
  List<Dated<CaseStanding>> active(
      Connection connection, EffectiveDay from, EffectiveDay to, long position)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            SELECT case_id, programme, team, referent, stage, valid_from, valid_to
            FROM case_span
            WHERE stage = 'ACTIVE' AND valid_from <= ? AND known_from <= ? AND known_until > ?
              AND case_id IN (
                SELECT case_id FROM case_span
                WHERE stage = 'ACTIVE' AND valid_from <= ? AND valid_to > ?
                  AND known_from <= ? AND known_until > ?)
            """)) {
      query.setObject(1, to.value());
      query.setLong(2, position);
      query.setLong(3, position);
      query.setObject(4, to.value());
      query.setObject(5, from.value());
      query.setLong(6, position);
      query.setLong(7, position);
      return read(query);
    }
  }

  /** Those of cases that one of these referents has, active, on one of the days. */
  List<Dated<CaseStanding>> active(
      Connection connection,
      Collection<ProfessionalId> referents,
      EffectiveDay from,
      EffectiveDay to,
      long position)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            SELECT case_id, programme, team, referent, stage, valid_from, valid_to
            FROM case_span
            WHERE stage = 'ACTIVE' AND valid_from <= ? AND known_from <= ? AND known_until > ?
              AND case_id IN (
                SELECT case_id FROM case_span
                WHERE stage = 'ACTIVE' AND valid_from <= ? AND valid_to > ?
                  AND known_from <= ? AND known_until > ? AND referent = ANY (?))
            """)) {
      query.setObject(1, to.value());
      query.setLong(2, position);
      query.setLong(3, position);
      query.setObject(4, to.value());
      query.setObject(5, from.value());
      query.setLong(6, position);
      query.setLong(7, position);
      Object[] ids = referents.stream().map(ProfessionalId::value).toArray();
      query.setArray(8, connection.createArrayOf("text", ids));
      return read(query);
    }
  }

  @Override
  Reader<CaseStanding> reader() {
    var programmes = new Interned<>(ProgrammeId::new);
    var teams = new Interned<>(TeamId::new);
    var referents = new Interned<>(ProfessionalId::new);
    return row ->
        new CaseStanding(
            new CaseId(row.getString("case_id")),
            programmes.of(row.getString("programme")),
            teams.ofAbsent(row.getString("team")),
            referents.ofAbsent(row.getString("referent")),
            Stage.valueOf(row.getString("stage")));
  }

  @Override
  int bind(PreparedStatement statement, CaseStanding standing) throws SQLException {
    TeamId team = standing.team();
    ProfessionalId referent = standing.referent();
    statement.setString(1, standing.caseId().value());
    statement.setString(2, standing.programme().value());
    statement.setString(3, team == null ? null : team.value());
    statement.setString(4, referent == null ? null : referent.value());
    statement.setString(5, standing.stage().name());
    return 6;
  }

  @Override
  int bindKey(PreparedStatement statement, int next, CaseStanding standing) throws SQLException {
    statement.setString(next, standing.caseId().value());
    return next + 1;
  }

  @Override
  String subject(CaseStanding standing) {
    return standing.caseId().value();
  }
}
