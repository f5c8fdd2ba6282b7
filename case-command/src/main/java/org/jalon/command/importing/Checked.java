package org.jalon.command.importing;

import java.util.function.Function;
import org.jalon.kernel.InvalidValue;

/**
 * Makes typed values of foreign ones; what the type refuses is told with its place.
 *
 * @param before begins every reason
 */
record Checked(String before) {

  <T> T value(long line, String column, String value, Function<String, T> type) throws BadField {
    try {
      return type.apply(value);
    } catch (InvalidValue invalid) {
      throw new BadField(
          skipped(line, column, value, invalid.code() + ": " + invalid.getMessage()));
    }
  }

  SkippedLine skipped(long line, String column, String value, String reason) {
    return SkippedLine.of(line, column, value, before + reason);
  }
}
