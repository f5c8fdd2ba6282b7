package org.jalon.command.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Files as people send them. */
final class Uploads {
  private Uploads() {}

  static Path file(Path directory, byte[] content) throws IOException {
    return Files.write(Files.createTempFile(directory, "upload", ""), content);
  }

  static Path file(Path directory, String content) throws IOException {
    return file(directory, content.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] gzip(String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  static String log(String... content) {
    return "<log xes.version=\"1.0\">\n" + String.join("\n", content) + "\n</log>\n";
  }

  static String trace(String name, String... content) {
    return "<trace>" + text("concept:name", name) + String.join("", content) + "</trace>";
  }

  static String event(String... content) {
    return "<event>" + String.join("", content) + "</event>";
  }

  static String text(String key, String value) {
    return "<string key=\"" + key + "\" value=\"" + value + "\"/>";
  }

  static String date(String key, String value) {
    return "<date key=\"" + key + "\" value=\"" + value + "\"/>";
  }

  static String at(String value) {
    return date("time:timestamp", value);
  }
}
