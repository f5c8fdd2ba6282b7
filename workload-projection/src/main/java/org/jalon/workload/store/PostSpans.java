package org.jalon.workload.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.TeamId;
import org.jalon.workload.span.Post;

/** What posts were budgeted with. */
final class PostSpans extends SpanTable<Post> {

  @Override
  String stillKnown() {
    return """
    SELECT post, team, profession, fte, valid_from, valid_to, known_from, known_until
    FROM post_span
    WHERE post = ANY (?) AND known_until = 9223372036854775807
    """;
  }

  @Override
  String insert() {
    return """
    INSERT INTO post_span (post, team, profession, fte,
        valid_from, valid_to, known_from, known_until)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    """;
  }

  @Override
  String supersede() {
    return """
    UPDATE post_span SET known_until = ? WHERE post = ? AND valid_from = ? AND known_from = ?
    """;
  }

  @Override
  Reader<Post> reader() {
    return PostSpans::value;
  }

  private static Post value(ResultSet row) throws SQLException {
    return new Post(
        new PostId(row.getString("post")),
        new TeamId(row.getString("team")),
        new ProfessionId(row.getString("profession")),
        new Fte(row.getBigDecimal("fte")));
  }

  @Override
  int bind(PreparedStatement statement, Post post) throws SQLException {
    statement.setString(1, post.id().value());
    statement.setString(2, post.team().value());
    statement.setString(3, post.profession().value());
    statement.setBigDecimal(4, post.fte().value());
    return 5;
  }

  @Override
  int bindKey(PreparedStatement statement, int next, Post post) throws SQLException {
    statement.setString(next, post.id().value());
    return next + 1;
  }

  @Override
  String subject(Post post) {
    return post.id().value();
  }
}
