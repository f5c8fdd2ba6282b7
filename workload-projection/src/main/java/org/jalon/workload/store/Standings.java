package org.jalon.workload.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jalon.kernel.Identifier;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.workload.span.Stage;
import org.jalon.workload.span.Standing;
import org.jspecify.annotations.Nullable;

/** How cases stand alike, in columns: programme, team, referent, stage; no text for none. */
final class Standings {

  private static final String NONE = "";

  private final Interned<ProgrammeId> programmes = new Interned<>(ProgrammeId::new);
  private final Interned<TeamId> teams = new Interned<>(TeamId::new);
  private final Interned<ProfessionalId> referents = new Interned<>(ProfessionalId::new);

  /** Sets the four columns from the given parameter on. */
  static void bind(PreparedStatement statement, int first, Standing standing) throws SQLException {
    String[] columns = columns(standing);
    for (int i = 0; i < columns.length; i++) {
      statement.setString(first + i, columns[i]);
    }
  }

  static String[] columns(Standing standing) {
    return new String[] {
      standing.programme().value(),
      text(standing.team()),
      text(standing.referent()),
      standing.stage().name()
    };
  }

  Standing read(ResultSet row) throws SQLException {
    return new Standing(
        programmes.of(row.getString("programme")),
        teams.ofAbsent(absent(row.getString("team"))),
        referents.ofAbsent(absent(row.getString("referent"))),
        Stage.valueOf(row.getString("stage")));
  }

  private static String text(@Nullable Identifier id) {
    return id == null ? NONE : id.value();
  }

  private static @Nullable String absent(String text) {
    return NONE.equals(text) ? null : text;
  }
}
