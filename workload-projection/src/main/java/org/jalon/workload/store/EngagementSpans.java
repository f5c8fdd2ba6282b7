package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.workload.span.Dated;
import org.jalon.workload.span.Engagement;

/** Who held which posts. */
final class EngagementSpans extends SpanTable<Engagement> {

  @Override
  String stillKnown() {
    return """
    SELECT post, professional, team, profession, fte, replaces,
        valid_from, valid_to, known_from, known_until
    FROM engagement_span
    WHERE post = ANY (?) AND known_until = 9223372036854775807
    """;
  }

  @Override
  String insert() {
    return """
    INSERT INTO engagement_span (post, professional, team, profession, fte, replaces,
        valid_from, valid_to, known_from, known_until)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """;
  }

  @Override
  String supersede() {
    return """
    UPDATE engagement_span SET known_until = ?
    WHERE post = ? AND professional = ? AND valid_from = ? AND known_from = ?
    """;
  }

  /** Every engagement that began by a day, as known at a position. */
  List<Dated<Engagement>> begunBy(Connection connection, EffectiveDay day, long position)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            SELECT post, professional, team, profession, fte, replaces, valid_from, valid_to
            FROM engagement_span
            WHERE valid_from <= ? AND known_from <= ? AND known_until > ?
            """)) {
      query.setObject(1, day.value());
      query.setLong(2, position);
      query.setLong(3, position);
      return read(query);
    }
  }

  @Override
  Reader<Engagement> reader() {
    return EngagementSpans::value;
  }

  private static Engagement value(ResultSet row) throws SQLException {
    String replaces = row.getString("replaces");
    return new Engagement(
        new PostId(row.getString("post")),
        new ProfessionalId(row.getString("professional")),
        new TeamId(row.getString("team")),
        new ProfessionId(row.getString("profession")),
        new Fte(row.getBigDecimal("fte")),
        replaces == null ? null : new ProfessionalId(replaces));
  }

  @Override
  int bind(PreparedStatement statement, Engagement engagement) throws SQLException {
    ProfessionalId replaces = engagement.replaces();
    statement.setString(1, engagement.post().value());
    statement.setString(2, engagement.professional().value());
    statement.setString(3, engagement.team().value());
    statement.setString(4, engagement.profession().value());
    statement.setBigDecimal(5, engagement.fte().value());
    statement.setString(6, replaces == null ? null : replaces.value());
    return 7;
  }

  @Override
  int bindKey(PreparedStatement statement, int next, Engagement engagement) throws SQLException {
    statement.setString(next, engagement.post().value());
    statement.setString(next + 1, engagement.professional().value());
    return next + 2;
  }

  @Override
  String subject(Engagement engagement) {
    return engagement.post().value();
  }
}
