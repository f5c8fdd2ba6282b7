package org.jalon.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkforceReaderTest {
  private static final String HEADER = "professional,profession,team,territory,fte,from,to\n";
  private static final WorkforceLine ANA =
      new WorkforceLine(
          2,
          Optional.of("Ana"),
          "AS",
          "Team 7",
          "North",
          new BigDecimal("0.8"),
          LocalDate.of(2011, 1, 1),
          Optional.of(LocalDate.of(2011, 6, 30)),
          0);

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEADER + "Ana,AS,Team 7,North,0.8,2011-01-01,2011-06-30\n",
        HEADER + "Ana,AS,Team 7,North,0.80,2011-01-01,2011-06-30",
        "\uFEFF" + HEADER + "Ana,AS,Team 7,North,0.8,2011-01-01,2011-06-30\r\n",
        HEADER + "Ana,AS,Team 7,North,\"0,8\",2011-01-01,2011-06-30\n",
        "professional;profession;team;territory;fte;from;to\r\n"
            + "Ana;AS;Team 7;North;0,8;2011-01-01;2011-06-30\r\n",
        "\"professional\";\"profession\";\"team\";\"territory\";\"fte\";\"from\";\"to\"\n"
            + "\"Ana\"; AS ;\"Team 7\";North;0.8;2011-01-01;2011-06-30\n;;;;;;\n\n"
      })
  void a_line_is_read_in_every_usual_form(String content) throws IOException {
    var found = read(content);
    assertThat(found.skipped).isEmpty();
    assertThat(found.taken).containsExactly(ANA);
  }

  @Test
  void gzip_is_read_as_well() throws IOException {
    var found = new Collected<WorkforceLine>();
    var content = HEADER + "Ana,AS,Team 7,North,0.8,2011-01-01,2011-06-30\n";
    new WorkforceReader(ImportBounds.CSV)
        .read(Uploads.file(directory, Uploads.gzip(content)), found);
    assertThat(found.taken).containsExactly(ANA);
  }

  @Test
  void nobody_is_a_vacant_post_and_vacant_posts_are_counted() throws IOException {
    var vacant = ",AS,T7,North,1,2011-01-01,\n";
    var found = read(HEADER + vacant + vacant);
    assertThat(found.taken).extracting(WorkforceLine::professional).containsOnly(Optional.empty());
    assertThat(found.taken).extracting(WorkforceLine::to).containsOnly(Optional.empty());
    assertThat(found.taken).extracting(WorkforceLine::ordinal).containsExactly(0, 1);
  }

  @Test
  void a_quoted_line_break_moves_the_line_numbers_on() throws IOException {
    var found =
        read(
            HEADER
                + "\"Ana\nMaria\",AS,T7,North,1,2011-01-01,\n"
                + "\n"
                + "Ben,AS,\"T \"\"7\"\", upstairs\",North,1,2011-01-01,\n");
    assertThat(found.skipped)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.line()).isEqualTo(2);
              assertThat(it.column()).contains("professional");
              assertThat(it.reason()).contains("line break");
            });
    assertThat(found.taken.getFirst().line()).isEqualTo(5);
    assertThat(found.taken.getFirst().team()).isEqualTo("T \"7\", upstairs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Ana,AS,T7,North,lots,2011-01-01,         | fte          | lots       | not a number
          Ana,AS,T7,North,,2011-01-01,             | fte          | ''         | not a number
          Ana,AS,T7,North,NaN,2011-01-01,          | fte          | NaN        | not a number
          Ana,AS,T7,North,1e-1,2011-01-01,         | fte          | 1e-1       | not a number
          Ana,AS,T7,North,"1.000,5",2011-01-01,    | fte          | 1.000,5    | not a number
          Ana,AS,T7,North,-0.5,2011-01-01,         | fte          | -0.5       | more than 0
          Ana,AS,T7,North,0,2011-01-01,            | fte          | 0          | more than 0
          Ana,AS,T7,North,1.3,2011-01-01,          | fte          | 1.3        | split it over two people
          ,AS,T7,North,2,2011-01-01,               | fte          | 2          | one per vacant post
          Ana,AS,T7,North,0.33333,2011-01-01,      | fte          | 0.33333    | 4 decimals
          Ana,AS,T7,North,999999999999,2011-01-01, | fte          | 999999999999 | not a number
          Ana,,T7,North,1,2011-01-01,              | profession   | ''         | needed
          Ana,AS,,North,1,2011-01-01,              | team         | ''         | needed
          Ana,AS,T7,,1,2011-01-01,                 | territory    | ''         | needed
          Ana,AS,T7,North,1,,                      | from         | ''         | not a day
          Ana,AS,T7,North,1,01/01/2011,            | from         | 01/01/2011 | year-month-day
          Ana,AS,T7,North,1,2011-02-30,            | from         | 2011-02-30 | not a day
          Ana,AS,T7,North,1,1899-12-31,            | from         | 1899-12-31 | 1900
          Ana,AS,T7,North,1,2011-01-02,2011-01-01  | to           | 2011-01-01 | before the first
          Ana,AS,T7,North,1,2011-01-02,soon        | to           | soon       | not a day
          Ana,AS,T7,North,0,8,2011-01-01,          | -            | -          | this one 8
          Ana,AS,T7                                | -            | -          | this one 3
          Other,AS,T7,North,1,2011-01-01,          | professional | Other      | Line 2
          """)
  void a_bad_line_is_told_and_stops_no_other(
      String line, String column, String value, String reason) throws IOException {
    var good = "Other,AS,T7,North,1,2011-01-01,\n";
    var found = read(HEADER + good + line + "\n" + good.replace("Other", "Last"));
    assertThat(found.taken)
        .extracting(it -> it.professional().orElse(""))
        .containsExactly("Other", "Last");
    assertThat(found.skipped)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.line()).isEqualTo(3);
              assertThat(it.column()).isEqualTo(Optional.ofNullable(column));
              assertThat(it.value()).isEqualTo(Optional.ofNullable(value));
              assertThat(it.reason()).contains(reason);
            });
  }

  @Test
  void a_nul_is_a_bad_value() throws IOException {
    var found = read(HEADER + "A\u0000na,AS,T7,North,1,2011-01-01,\n");
    assertThat(found.taken).isEmpty();
    assertThat(found.skipped.getFirst().value()).contains("A\uFFFDna");
  }

  @Test
  void a_long_id_is_a_bad_value_and_shortened() throws IOException {
    var found = read(HEADER + "x".repeat(121) + ",AS,T7,North,1,2011-01-01,\n");
    assertThat(found.skipped.getFirst().value()).contains("x".repeat(60) + "...");
    assertThat(found.skipped.getFirst().reason()).contains("120");
  }

  @Test
  void signs_beyond_the_first_plane_survive_every_buffer_edge() throws IOException {
    for (int shift = 0; shift < 4; shift++) {
      var name = "x".repeat(shift) + "\uD83C\uDF3B".repeat(20);
      var content = new StringBuilder(HEADER);
      for (int i = 0; i < 500; i++) {
        content.append(name).append(i).append(",AS,T7,North,1,2011-01-01,\n");
      }
      var found = read(content.toString());
      assertThat(found.taken).hasSize(500);
      assertThat(found.taken).allMatch(it -> it.professional().orElse("").startsWith(name));
    }
  }

  private Collected<WorkforceLine> read(String content) throws IOException {
    var path = Uploads.file(directory, content);
    var reader = new WorkforceReader(ImportBounds.CSV);
    reader.check(path);
    var found = new Collected<WorkforceLine>();
    reader.read(path, found);
    return found;
  }
}
