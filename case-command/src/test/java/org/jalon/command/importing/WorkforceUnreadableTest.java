package org.jalon.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jalon.command.importing.UnreadableFile.Code.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkforceUnreadableTest {
  private static final String HEADER = "professional,profession,team,territory,fte,from,to\n";
  private static final String LINE = "Ana,AS,T7,North,0.8,2011-01-01,\n";

  @TempDir Path directory;

  private final WorkforceReader reader = new WorkforceReader(ImportBounds.CSV);

  @Test
  void an_empty_file_is_refused() throws IOException {
    assertThat(refusal("").code()).isEqualTo(FILE_EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,profession,team,territory,fte,from,to\n",
        "professional,profession,team,territory,fte,from\n",
        "professional,profession,team,territory,fte,from,to,note\n",
        "profession,professional,team,territory,fte,from,to\n",
        "PROFESSIONAL,PROFESSION,TEAM,TERRITORY,FTE,FROM,TO\n",
        "professional\tprofession\tteam\tterritory\tfte\tfrom\tto\n",
        "professional,profession;team,territory,fte,from,to\n",
        LINE,
        "\n" + HEADER,
        "<log/>",
        "\u0000"
      })
  void a_wrong_header_is_refused_naming_both(String content) throws IOException {
    var refusal = refusal(content);
    assertThat(refusal.code()).isEqualTo(HEADER_UNKNOWN);
    assertThat(refusal).hasMessageContaining("professional,profession,team,territory,fte,from,to");
    assertThat(refusal).hasMessageStartingWith("line 1");
  }

  @Test
  void bytes_that_are_not_utf8_are_named_by_their_position() throws IOException {
    var bytes = (HEADER + "Zo\u00eb,AS\n").getBytes(StandardCharsets.ISO_8859_1);
    var refusal = refusal(bytes);
    assertThat(refusal.code()).isEqualTo(NOT_UTF8);
    assertThat(refusal.place()).isEqualTo("byte " + (HEADER.length() + 3));
    assertThat(refusal).hasMessageContaining("0xEB");
  }

  @Test
  void bad_bytes_far_into_the_file_are_named_by_their_position() throws IOException {
    var before = HEADER + LINE.replace("Ana", "Zo\u00eb").repeat(2_000);
    var bytes = (before + "x").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xC3;
    assertThat(refusal(bytes).place()).isEqualTo("byte " + bytes.length);
  }

  @Test
  void utf16_is_refused_and_recognised() throws IOException {
    var refusal = refusal((HEADER + LINE).getBytes(StandardCharsets.UTF_16));
    assertThat(refusal.code()).isEqualTo(NOT_UTF8);
    assertThat(refusal).hasMessageContaining("UTF-16").hasMessageStartingWith("byte 1");
    assertThat(refusal((HEADER + LINE).getBytes(StandardCharsets.UTF_16LE)).code())
        .isEqualTo(HEADER_UNKNOWN);
  }

  @Test
  void a_quote_left_open_is_refused_with_the_line_it_opens_in() throws IOException {
    var refusal = refusal(HEADER + LINE + "\"Ana,AS,T7,North,0.8,2011-01-01,\n" + LINE);
    assertThat(refusal.code()).isEqualTo(CSV_MALFORMED);
    assertThat(refusal.place()).isEqualTo("line 3");
  }

  @Test
  void text_after_a_closing_quote_is_refused() throws IOException {
    assertThat(refusal(HEADER + "\"Ana\"x,AS,T7,North,0.8,2011-01-01,\n").code())
        .isEqualTo(CSV_MALFORMED);
  }

  @Test
  void a_quote_left_open_does_not_fill_the_memory() throws IOException {
    var refusal = refusal(HEADER + "\"" + LINE.repeat(200_000));
    assertThat(refusal.code()).isEqualTo(FIELD_TOO_LONG);
    assertThat(refusal).hasMessageContaining("1048576").hasMessageStartingWith("line 2");
  }

  @Test
  void a_long_field_is_refused() throws IOException {
    var refusal = refusal(HEADER + "x".repeat(65_537) + ",AS,T7,North,0.8,2011-01-01,\n");
    assertThat(refusal.code()).isEqualTo(FIELD_TOO_LONG);
    assertThat(refusal.getMessage()).contains("65536").hasSizeLessThan(300);
  }

  @Test
  void a_truncated_or_damaged_gzip_is_refused() throws IOException {
    var whole = Uploads.gzip(HEADER + LINE);
    assertThat(refusal(Arrays.copyOf(whole, whole.length - 3)).code()).isEqualTo(GZIP_TRUNCATED);
    whole[whole.length - 8] ^= 1;
    assertThat(refusal(whole).code()).isEqualTo(GZIP_CORRUPT);
  }

  @Test
  void a_gzip_bomb_is_refused() throws IOException {
    var bomb = directory.resolve("bomb.csv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
      var lines = LINE.repeat(30_000).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 60; i++) {
        out.write(lines);
      }
    }
    assertThat(refusal(bomb).status()).isEqualTo(413);
  }

  private UnreadableFile refusal(String content) throws IOException {
    return refusal(Uploads.file(directory, content));
  }

  private UnreadableFile refusal(byte[] content) throws IOException {
    return refusal(Uploads.file(directory, content));
  }

  private UnreadableFile refusal(Path path) {
    var refusal = catchThrowableOfType(UnreadableFile.class, () -> reader.check(path));
    assertThat(refusal).isNotNull();
    return refusal;
  }
}
