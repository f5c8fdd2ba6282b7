package org.jalon.command.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of one row, read by their rules. */
final class WorkforceFields {
  private static final int ID_MOST = 120;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.,][0-9]{1,9})?");
  private static final int DECIMALS = 4;

  private final CsvTable.Row row;

  WorkforceFields(CsvTable.Row row) {
    this.row = row;
  }

  WorkforceLine line() throws BadField {
    List<String> header = WorkforceReader.HEADER;
    if (row.fields().size() != header.size()) {
      throw new BadField(
          SkippedLine.of(
              row.line(),
              "A line has "
                  + header.size()
                  + " columns, this one "
                  + row.fields().size()
                  + "; put values that hold the separator, such as 0,5, in quotes"));
    }
    var professional =
        field("professional").isEmpty()
            ? Optional.<String>empty()
            : Optional.of(id("professional"));
    var profession = id("profession");
    var team = id("team");
    var territory = id("territory");
    var fte = fte(professional.isPresent());
    var from = day("from");
    var to = field("to").isEmpty() ? Optional.<LocalDate>empty() : Optional.of(day("to"));
    if (to.isPresent() && to.get().isBefore(from)) {
      throw bad("to", "the last day lies before the first, " + from + "; exchange them");
    }
    return new WorkforceLine(
        row.line(), professional, profession, team, territory, fte, from, to, 0);
  }

  private String field(String column) {
    return row.fields().get(WorkforceReader.HEADER.indexOf(column));
  }

  private String id(String column) throws BadField {
    var value = field(column);
    if (value.isEmpty()) {
      throw bad(column, "a value is needed; only professional (a vacant post) and to may be empty");
    }
    if (value.length() > ID_MOST) {
      throw bad(column, "an id has at most " + ID_MOST + " characters; shorten it");
    }
    if (value.codePoints().anyMatch(Character::isISOControl)) {
      throw bad(column, "an id has no line break and no control character; remove it");
    }
    return value;
  }

  private BigDecimal fte(boolean filled) throws BadField {
    var value = field("fte");
    if (!NUMBER.matcher(value).matches()) {
      throw bad("fte", "not a number; write the share of a full-time post, such as 0.8 or 0,8");
    }
    var fte = new BigDecimal(value.replace(',', '.')).stripTrailingZeros();
    if (fte.signum() <= 0) {
      throw bad("fte", "a post has more than 0 FTE; leave the line out or end it with \"to\"");
    }
    if (fte.compareTo(BigDecimal.ONE) > 0) {
      throw bad(
          "fte",
          "more than one full-time post; split it over two "
              + (filled ? "people" : "lines, one per vacant post"));
    }
    if (fte.scale() > DECIMALS) {
      throw bad("fte", "more than " + DECIMALS + " decimals; round it");
    }
    return fte.setScale(Math.max(0, fte.scale()));
  }

  private LocalDate day(String column) throws BadField {
    LocalDate day;
    try {
      day = LocalDate.parse(field(column));
    } catch (DateTimeParseException _) {
      throw bad(
          column, "not a day of the calendar; write it as year-month-day, such as 2026-01-31");
    }
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw bad(column, "a day lies between the years " + FIRST_YEAR + " and " + LAST_YEAR);
    }
    return day;
  }

  private BadField bad(String column, String rule) {
    return new BadField(SkippedLine.of(row.line(), column, field(column), column + ": " + rule));
  }
}
