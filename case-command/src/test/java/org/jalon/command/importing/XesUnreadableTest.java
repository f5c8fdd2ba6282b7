package org.jalon.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jalon.command.importing.UnreadableFile.Code.*;
import static org.jalon.command.importing.Uploads.date;
import static org.jalon.command.importing.Uploads.file;
import static org.jalon.command.importing.Uploads.gzip;
import static org.jalon.command.importing.Uploads.log;
import static org.jalon.command.importing.Uploads.trace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XesUnreadableTest {
  private static final String GOOD =
      log(trace("C1", date("startdate", "2011-01-03T09:00:00+01:00")));

  @TempDir Path directory;

  private final XesReader reader = new XesReader(ImportBounds.XES);

  @Test
  void an_empty_file_is_refused() throws IOException {
    assertThat(refusal(new byte[0]).code()).isEqualTo(FILE_EMPTY);
    assertThat(refusal(gzip("")).code()).isEqualTo(FILE_EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear colleague,\nplease find the log attached.",
        "{\"log\": []}",
        "<",
        "   ",
        "<html><body/></html>",
        "<log xmlns=\"http://jakarta.apache.org/log4j/\"/>",
        "<?xml version='1.0' encoding='klingon'?><log/>",
        "<?xml version='1.0' encoding='../../etc/passwd'?><log/>",
        "<?xml version='2.7'?><log/>",
        "PK\u0003\u0004"
      })
  void a_file_that_is_not_a_log_is_refused(String content) throws IOException {
    var refusal = refusal(content);
    assertThat(refusal.code()).isEqualTo(NOT_XES);
    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal).hasMessageContaining("<log>").hasMessageStartingWith("line ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<log><trace></log>",
        "<log><trace>",
        "<log/><log/>",
        "<log/>trailing",
        "<log><string key=\"a\" key=\"b\"/></log>",
        "<log><string key=\"a\" value=\"\u0000\"/></log>",
        "<log><string key=\"a\" value=\"&#0;\"/></log>",
        "<log><string key=\"a\" value=\"&unknown;\"/></log>",
        "<log>&unknown;</log>"
      })
  void malformed_xml_is_refused_with_its_place(String content) throws IOException {
    var refusal = refusal(content);
    assertThat(refusal.code()).isEqualTo(XML_MALFORMED);
    assertThat(refusal.place()).matches("line \\d+, column \\d+");
  }

  @Test
  void bytes_that_are_not_utf8_are_named_by_their_position() throws IOException {
    var content = log(trace("Zo\u00eb"));
    var refusal = refusal(content.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(refusal.code()).isEqualTo(NOT_UTF8);
    assertThat(refusal.place()).isEqualTo("byte " + (content.indexOf('\u00eb') + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16", "UTF-16LE"})
  void a_declared_encoding_is_followed(String encoding) throws IOException {
    var content =
        "<?xml version='1.0' encoding='" + encoding + "'?>" + GOOD.replace("C1", "Zo\u00eb");
    var found = new Collected<XesTrace>();
    reader.read(file(directory, content.getBytes(encoding)), found);
    assertThat(found.taken).extracting(XesTrace::name).containsExactly("Zo\u00eb");
  }

  @Test
  void a_bom_is_no_content() throws IOException {
    reader.check(file(directory, "\uFEFF" + GOOD));
    reader.check(file(directory, "\uFEFF<?xml version='1.0' encoding='utf-8'?>" + GOOD));
  }

  @Test
  void gzip_members_one_after_the_other_are_one_file() throws IOException {
    var half = GOOD.length() / 2;
    var members = new ByteArrayOutputStream();
    members.write(gzip(GOOD.substring(0, half)));
    members.write(gzip(GOOD.substring(half)));
    reader.check(file(directory, members.toByteArray()));
    assertThat(refusal(Arrays.copyOf(members.toByteArray(), members.size() - 1)).code())
        .isEqualTo(GZIP_TRUNCATED);
  }

  @Test
  void what_follows_a_gzip_member_is_never_ignored() throws IOException {
    var whole = new String(gzip(GOOD), StandardCharsets.ISO_8859_1);
    for (var after : new String[] {"x", "\u001f\u008bx", "\u0000\u0000x", whole.substring(2)}) {
      assertThat(refusal((whole + after).getBytes(StandardCharsets.ISO_8859_1)).code())
          .isEqualTo(GZIP_CORRUPT);
    }
    assertThat(refusal((whole + "\u001f").getBytes(StandardCharsets.ISO_8859_1)).code())
        .isEqualTo(GZIP_TRUNCATED);
    reader.check(
        file(directory, (whole + "\u0000".repeat(500)).getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void a_gzip_header_may_hold_names_and_extras() throws IOException {
    var whole = gzip(GOOD);
    var header = new byte[] {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, -1};
    var named = new ByteArrayOutputStream();
    named.write(header);
    named.write(new byte[] {2, 0, 'e', 'x', 'a', '.', 'x', 'e', 's', 0, 'h', 'i', 0, 7, 7});
    named.write(whole, 10, whole.length - 10);
    reader.check(file(directory, named.toByteArray()));
  }

  @Test
  void utf16_with_a_bom_is_xml_like_any_other() throws IOException {
    var found = new Collected<XesTrace>();
    reader.read(file(directory, GOOD.getBytes(StandardCharsets.UTF_16)), found);
    assertThat(found.taken).extracting(XesTrace::name).containsExactly("C1");
  }

  @Test
  void a_truncated_gzip_is_refused_wherever_it_is_cut() throws IOException {
    var whole = gzip(GOOD);
    for (int length = 2; length < whole.length; length++) {
      var cut = Arrays.copyOf(whole, length);
      assertThat(refusal(cut).code()).as("cut at " + length).isEqualTo(GZIP_TRUNCATED);
    }
    assertThatCode(() -> reader.check(file(directory, whole))).doesNotThrowAnyException();
  }

  @Test
  void a_wrong_checksum_or_length_is_refused() throws IOException {
    var whole = gzip(GOOD);
    for (int fromEnd = 1; fromEnd <= 8; fromEnd++) {
      var flipped = whole.clone();
      flipped[whole.length - fromEnd] ^= 1;
      assertThat(refusal(flipped).code()).isEqualTo(GZIP_CORRUPT);
    }
  }

  @Test
  void a_damaged_gzip_body_is_refused() throws IOException {
    var damaged = gzip(GOOD);
    Arrays.fill(damaged, 10, 20, (byte) 0xFF);
    assertThat(refusal(damaged).code()).isEqualTo(GZIP_CORRUPT);
  }

  @Test
  void a_gzip_bomb_is_refused_soon_after_ten_mebibytes() throws IOException {
    var bomb = directory.resolve("bomb.xes.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      var spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      out.write("<log>".getBytes(StandardCharsets.US_ASCII));
      for (int mebibyte = 0; mebibyte < 300; mebibyte++) {
        out.write(spaces);
      }
      out.write("</log>".getBytes(StandardCharsets.US_ASCII));
    }
    var refusal = refusal(bomb);
    assertThat(refusal.code()).isEqualTo(INFLATED_TOO_LARGE);
    assertThat(refusal.status()).isEqualTo(413);
    assertThat(refusal).hasMessageContaining("200 times");
  }

  @Test
  void an_inflated_size_over_the_bound_is_refused() throws IOException {
    var small = new XesReader(new ImportBounds(9_000, 5_000, 200, 64, 100, 9_000, 9, 9));
    var path = file(directory, gzip(log(" ".repeat(5_000))));
    var refusal = catchThrowableOfType(UnreadableFile.class, () -> small.check(path));
    assertThat(refusal.code()).isEqualTo(INFLATED_TOO_LARGE);
    assertThat(refusal).hasMessageContaining("5000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE log><log/>",
        """
        <!DOCTYPE log [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">
        <!ENTITY d "&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;">]>
        <log>&f;</log>
        """,
        "<!DOCTYPE log [<!ENTITY % a \"<!ENTITY b 'c'>\"> %a; %a; ]><log a='&b;'/>"
      })
  void a_doctype_is_refused_before_anything_of_it_is_expanded(String content) throws IOException {
    var refusal = refusal(content);
    assertThat(refusal.code()).isEqualTo(DOCTYPE_REFUSED);
    assertThat(refusal).hasMessageContaining("DOCTYPE").hasMessageStartingWith("line ");
  }

  @Test
  void nothing_outside_the_file_is_ever_fetched() throws IOException {
    try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      var url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
      for (var declaration :
          new String[] {
            "<!DOCTYPE log SYSTEM '%s'><log/>",
            "<!DOCTYPE log PUBLIC '-//X//Y' '%s'><log/>",
            "<!DOCTYPE log [<!ENTITY x SYSTEM '%s'>]><log>&x;</log>",
            "<!DOCTYPE log [<!ENTITY %% x SYSTEM '%s'> %%x;]><log/>"
          }) {
        assertThat(refusal(declaration.formatted(url)).code()).isEqualTo(DOCTYPE_REFUSED);
      }
      for (var reference :
          new String[] {
            "<log xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                + " xsi:noNamespaceSchemaLocation='%s'/>",
            "<?xml-stylesheet href='%s'?><log><extension name='A' prefix='a' uri='%1$s'/></log>",
            "<log><x:include xmlns:x='http://www.w3.org/2001/XInclude' href='%s'/></log>"
          }) {
        reader.check(file(directory, reference.formatted(url)));
      }
      server.setSoTimeout(1);
      assertThat(catchThrowableOfType(SocketTimeoutException.class, server::accept))
          .as("nobody called")
          .isNotNull();
    }
  }

  @Test
  void a_file_named_by_an_entity_is_not_read() throws IOException {
    var secret = file(directory, "SECRET-OF-THE-HOUSE");
    var refusal =
        refusal("<!DOCTYPE log [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><log a='&x;'/>");
    assertThat(refusal.code()).isEqualTo(DOCTYPE_REFUSED);
    assertThat(refusal.getMessage()).doesNotContain("SECRET-OF-THE-HOUSE");
  }

  @Test
  void deep_nesting_is_refused() throws IOException {
    var refusal = refusal("<log>" + "<a>".repeat(100_000));
    assertThat(refusal.code()).isEqualTo(NESTING_TOO_DEEP);
    assertThat(refusal).hasMessageContaining("64");
  }

  @Test
  void a_value_longer_than_the_bound_is_refused_and_shortened_in_the_message() throws IOException {
    var refusal = refusal(log(trace("x".repeat(65_537))));
    assertThat(refusal.code()).isEqualTo(FIELD_TOO_LONG);
    assertThat(refusal.getMessage()).contains("65536").contains("line 2").hasSizeLessThan(300);
    assertThatCode(() -> reader.check(file(directory, log(trace("x".repeat(65_536))))))
        .doesNotThrowAnyException();
  }

  @Test
  void no_message_is_long_whatever_the_parser_quotes() throws IOException {
    var name = "x".repeat(900);
    assertThat(refusal("<log><" + name + "></log>").getMessage()).hasSizeLessThan(400);
    assertThat(refusal("<" + name + "/>").getMessage()).hasSizeLessThan(400);
  }

  @Test
  void a_tag_that_never_ends_is_refused_before_it_fills_the_memory() throws IOException {
    var path = directory.resolve("endless.xes");
    try (var out = Files.newBufferedWriter(path)) {
      out.write("<log>\n<string key=\"");
      for (int mebibyte = 0; mebibyte < 64; mebibyte++) {
        out.write("x".repeat(1 << 20));
      }
    }
    var refusal = refusal(path);
    assertThat(refusal.code()).isEqualTo(FIELD_TOO_LONG);
    assertThat(refusal.getMessage()).contains("1048576").hasSizeLessThan(300);
  }

  @Test
  void a_declaration_that_never_ends_is_refused_as_well() throws IOException {
    assertThat(refusal("<?xml version='1.0' " + " ".repeat(2 << 20)).code())
        .isEqualTo(FIELD_TOO_LONG);
    assertThat(refusal("<!DOCTYPE log [" + " ".repeat(2 << 20)).code()).isEqualTo(FIELD_TOO_LONG);
  }

  @Test
  void long_text_and_many_predefined_entities_are_no_fault() throws IOException {
    var entities = "<string key=\"a\" value=\"&amp;&lt;&#65;\"/>\n".repeat(200_000);
    reader.check(file(directory, log(entities, "x".repeat(5_000_000))));
  }

  @Test
  void too_many_traces_are_refused() throws IOException {
    var two = new XesReader(new ImportBounds(9_000, 9_000, 200, 64, 100, 9_000, 2, 9));
    var path = file(directory, log("<trace/>", "<trace/>", "<trace/>"));
    var refusal = catchThrowableOfType(UnreadableFile.class, () -> two.check(path));
    assertThat(refusal.code()).isEqualTo(TOO_MANY_TRACES);
    assertThat(refusal.status()).isEqualTo(413);
  }

  @Test
  void a_missing_file_is_no_fault_of_its_content() {
    assertThat(
            catchThrowableOfType(
                IOException.class, () -> reader.check(directory.resolve("absent"))))
        .isNotNull();
  }

  private UnreadableFile refusal(String content) throws IOException {
    return refusal(file(directory, content));
  }

  private UnreadableFile refusal(byte[] content) throws IOException {
    return refusal(file(directory, content));
  }

  private UnreadableFile refusal(Path path) {
    var refusal = catchThrowableOfType(UnreadableFile.class, () -> reader.check(path));
    assertThat(refusal).isNotNull();
    return refusal;
  }
}
