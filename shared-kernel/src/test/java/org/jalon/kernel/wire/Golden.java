package org.jalon.kernel.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored form of one sample of an event version: {@code {"clear": ..., "sealed": [...]}}, laid
 * out for people; the stored bytes are the same without the layout.
 */
record Golden(Path file, byte[] clear, byte @Nullable [] sealed) {

  static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  static Path full(EventName name) {
    return FOLDER.resolve("%s.v%d.json".formatted(name.name(), name.version()));
  }

  static Path sparse(EventName name) {
    return FOLDER.resolve("%s.v%d.sparse.json".formatted(name.name(), name.version()));
  }

  static List<String> names() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  static Golden read(Path file) throws IOException {
    JsonNode root = JSON.readTree(Files.readAllBytes(file));
    JsonNode sealed = root.get("sealed");
    return new Golden(
        file, compact(root.required("clear")), sealed == null ? null : compact(sealed));
  }

  /** Writes a sample that is not there yet; one that is there never changes. */
  static void writeIfAbsent(Path file, EncodedEvent event) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    var root = JSON.createObjectNode();
    root.set("clear", JSON.readTree(event.clear()));
    if (event.sealed() != null) {
      root.set("sealed", JSON.readTree(event.sealed()));
    }
    Files.createDirectories(FOLDER);
    Files.writeString(file, JSON.writeValueAsString(root) + "\n");
  }

  private static byte[] compact(JsonNode node) {
    return JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(node);
  }
}
