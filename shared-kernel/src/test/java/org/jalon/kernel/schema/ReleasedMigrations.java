package org.jalon.kernel.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the migrations of a module with the committed list {@code db/<module>/released.txt}, a
 * line {@code <SHA-256> <file>} each: a released migration never changes.
 */
public final class ReleasedMigrations {

  private ReleasedMigrations() {}

  /**
   * Compares every {@code db/<module>/V*.sql} with the list, both read from the class path.
   *
   * @throws AssertionError if a file changed, is missing, or has no line yet; says what to do
   */
  public static void check(String module) {
    Path folder = folder(module);
    var found = new TreeMap<String, String>();
    for (Path migration : migrations(folder)) {
      found.put(migration.getFileName().toString(), sha256(migration));
    }
    var released = released(folder);
    var names = new TreeSet<>(found.keySet());
    names.addAll(released.keySet());
    var faults = names.stream().flatMap(name -> fault(name, found, released).stream()).toList();
    if (!faults.isEmpty()) {
      throw new AssertionError("db/" + module + ": " + String.join("; ", faults));
    }
  }

  private static List<String> fault(
      String name, TreeMap<String, String> found, TreeMap<String, String> released) {
    String hash = found.get(name);
    String listed = released.get(name);
    if (hash == null) {
      return List.of(name + " was released and is missing; put it back");
    }
    if (listed == null) {
      return List.of("%s is new; add to released.txt: %s %s".formatted(name, hash, name));
    }
    return hash.equals(listed)
        ? List.of()
        : List.of(
            "%s changed since its release; put it back and write a new version, or, if it never left this branch, list %s"
                .formatted(name, hash));
  }

  private static Path folder(String module) {
    String name = "db/" + module;
    URL url = ReleasedMigrations.class.getClassLoader().getResource(name);
    if (url == null || !url.getProtocol().equals("file")) {
      throw new AssertionError(
          "%s is not a folder of this module's own resources: %s".formatted(name, url));
    }
    try {
      return Path.of(new URI(url.toString()));
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Path> migrations(Path folder) {
    try (var files = Files.newDirectoryStream(folder, "*.sql")) {
      var list = new ArrayList<Path>();
      files.forEach(list::add);
      if (list.isEmpty()) {
        throw new AssertionError(folder + " holds no migration");
      }
      return list;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TreeMap<String, String> released(Path folder) {
    var released = new TreeMap<String, String>();
    Path list = folder.resolve("released.txt");
    if (Files.notExists(list)) {
      return released;
    }
    try {
      for (String line : Files.readAllLines(list)) {
        String[] parts = line.strip().split("\\s+", 2);
        if (parts.length == 2 && !line.startsWith("#")) {
          released.put(parts[1], parts[0]);
        }
      }
      return released;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the text with plain line ends, so that a checkout with others does not differ. */
  private static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
