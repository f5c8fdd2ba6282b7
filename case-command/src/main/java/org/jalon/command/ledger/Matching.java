package org.jalon.command.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL that finds the positions in a range that one of several criteria may match, judged by
 * hashes.
 */
final class Matching {

  private final List<Object> arguments = new ArrayList<>();
  private final String sql;

  /**
   * @param after first position is the one behind it
   */
  Matching(List<Criterion> criteria, long after, long upTo) {
    sql =
        criteria.stream()
            .map(criterion -> one(criterion, after, upTo))
            .collect(Collectors.joining("\nUNION\n"));
  }

  /** A select of one column, {@code position}, each at most once. */
  String sql() {
    return sql;
  }

  /** Sets the parameters from the first on; returns the index of the next. */
  int bind(PreparedStatement statement) throws SQLException {
    int index = 1;
    for (Object argument : arguments) {
      if (argument instanceof Object[] array) {
        String type = array instanceof String[] ? "text" : "int8";
        statement.setArray(index++, statement.getConnection().createArrayOf(type, array));
      } else {
        statement.setObject(index++, argument);
      }
    }
    return index;
  }

  private String one(Criterion criterion, long after, long upTo) {
    return criterion.tagHashes().length > 0
        ? tagged(criterion, after, upTo)
        : untagged(criterion, after, upTo);
  }

  private String tagged(Criterion criterion, long after, long upTo) {
    StringBuilder joins = new StringBuilder();
    long[] tags = criterion.tagHashes();
    for (int i = 1; i < tags.length; i++) {
      joins.append(" JOIN event_tag t%1$d ON t%1$d.position = t0.position".formatted(i));
      joins.append(" AND t%d.tag = ?".formatted(i));
      arguments.add(tags[i]);
    }
    arguments.add(tags[0]);
    arguments.add(after);
    arguments.add(upTo);
    String sql =
        "SELECT t0.position FROM event_tag t0"
            + joins
            + " WHERE t0.tag = ? AND t0.position > ? AND t0.position <= ?";
    if (criterion.typeHashes().length == 0) {
      return sql;
    }
    arguments.add(boxed(criterion.typeHashes()));
    return sql + " AND t0.type = ANY (?)";
  }

  private String untagged(Criterion criterion, long after, long upTo) {
    arguments.add(after);
    arguments.add(upTo);
    String sql = "SELECT position FROM event WHERE position > ? AND position <= ?";
    if (criterion.types().isEmpty()) {
      return sql;
    }
    arguments.add(criterion.types().toArray(String[]::new));
    return sql + " AND split_part(type, '#', 1) = ANY (?)";
  }

  private static Long[] boxed(long[] numbers) {
    Long[] boxed = new Long[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      boxed[i] = numbers[i];
    }
    return boxed;
  }
}
