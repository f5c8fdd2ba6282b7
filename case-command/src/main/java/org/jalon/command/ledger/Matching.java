package org.jalon.command.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The SQL that finds the positions in a range that one of several criteria may match, judged by
 * hashes. Criteria that differ in their tags alone are one array: however many there are, the text
 * is short and each costs one probe of the index.
 */
final class Matching {

  /** What criteria have in common that are asked together. */
  private record Shape(int tags, List<Long> types) {

    /** One for all, so that the same criteria make the same text, which the server has prepared. */
    static final Comparator<Shape> ORDER =
        Comparator.comparingInt(Shape::tags)
            .thenComparing(shape -> shape.types().size())
            .thenComparing(shape -> shape.types().toString());

    static Shape of(Criterion criterion) {
      return new Shape(
          criterion.tagHashes().length,
          Arrays.stream(criterion.typeHashes()).boxed().sorted().toList());
    }
  }

  private final List<Object> arguments = new ArrayList<>();
  private final String sql;

  /**
   * @param after first position is the one behind it
   */
  Matching(List<Criterion> criteria, long after, long upTo) {
    List<String> selects = new ArrayList<>();
    Map<Shape, List<Criterion>> alike = new TreeMap<>(Shape.ORDER);
    for (Criterion criterion : criteria) {
      if (criterion.tagHashes().length > 0) {
        alike.computeIfAbsent(Shape.of(criterion), _ -> new ArrayList<>()).add(criterion);
      } else {
        selects.add(untagged(criterion, after, upTo));
      }
    }
    alike.forEach((shape, ones) -> selects.add(tagged(shape, ones, after, upTo)));
    sql =
        selects.size() == 1 && alike.isEmpty()
            ? selects.getFirst()
            : "SELECT DISTINCT position FROM (%s) found"
                .formatted(String.join("\nUNION ALL\n", selects));
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

  /** Kept from being flattened, so that no guess of the planner's reads the whole index instead. */
  private String tagged(Shape shape, List<Criterion> criteria, long after, long upTo) {
    List<Integer> others = IntStream.range(1, shape.tags()).boxed().toList();
    for (int tag = 0; tag < shape.tags(); tag++) {
      int place = tag;
      arguments.add(criteria.stream().map(one -> one.tagHashes()[place]).toArray(Long[]::new));
    }
    arguments.add(after);
    arguments.add(upTo);
    if (!shape.types().isEmpty()) {
      arguments.add(shape.types().toArray(Long[]::new));
    }
    return """
    SELECT one.position FROM unnest(?%s) AS c(tag0%s) CROSS JOIN LATERAL (
      SELECT t0.position FROM event_tag t0%s
      WHERE t0.tag = c.tag0 AND t0.position > ? AND t0.position <= ?%s OFFSET 0) one
    """
        .formatted(
            ", ?".repeat(others.size()),
            each(", tag%1$d", others),
            each(
                " JOIN event_tag t%1$d ON t%1$d.position = t0.position AND t%1$d.tag = c.tag%1$d",
                others),
            shape.types().isEmpty() ? "" : " AND t0.type = ANY (?)");
  }

  private static String each(String text, List<Integer> numbers) {
    return numbers.stream().map(text::formatted).collect(Collectors.joining());
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
}
