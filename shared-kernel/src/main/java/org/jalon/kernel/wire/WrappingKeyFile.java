package org.jalon.kernel.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and makes the file of the wrapping key: text of one owner, complete or not there at all.
 */
final class WrappingKeyFile {

  private static final int MOST_BYTES = 4096;
  private static final String WAY_OUT = "restore it from its backup";

  private static final Pattern SHAPE =
      Pattern.compile(
          "#[^\\n]*\\nid=([0-9a-f]{32})\\nversion=([1-9][0-9]{0,8})\\nsecret=([0-9a-f]{64})\\n?");

  private WrappingKeyFile() {}

  static WrappingKey readOrCreate(Path file) {
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      create(file);
    }
    return read(file);
  }

  static WrappingKey read(Path file) {
    refuseUnlessPlain(file);
    refuseIfOpenToOthers(file);
    Matcher text = SHAPE.matcher(textOf(file));
    if (!text.matches()) {
      throw unusable(file, "is not a wrapping key of Jalon or was cut short");
    }
    byte[] secret = HexFormat.of().parseHex(text.group(3));
    if (!WrappingKey.idOf(secret).equals(text.group(1))) {
      throw unusable(file, "was altered: its secret does not belong to its id");
    }
    return new WrappingKey(file, Integer.parseInt(text.group(2)), secret);
  }

  private static void refuseUnlessPlain(Path file) {
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw unusable(file, "is missing");
    }
    if (Files.isSymbolicLink(file)) {
      throw new KeyUnavailable(
          "wrapping key file %s is a symbolic link; name the file it leads to".formatted(file));
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw unusable(file, "is not a file");
    }
  }

  private static void refuseIfOpenToOthers(Path file) {
    var view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return;
    }
    try {
      String permissions = PosixFilePermissions.toString(view.readAttributes().permissions());
      if (!permissions.endsWith("------")) {
        throw new KeyUnavailable(
            "wrapping key file %1$s is open to others than its owner (%2$s); run: chmod 600 '%1$s'"
                .formatted(file, permissions));
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static String textOf(Path file) {
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Written and synced under another name first, then linked: never seen half. */
  private static void create(Path file) {
    byte[] secret = new byte[SubjectKey.SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    Path whole = file.toAbsolutePath();
    Path directory = Objects.requireNonNull(whole.getParent(), "the root is no file");
    Path draft = directory.resolve(whole.getFileName() + "." + UUID.randomUUID());
    try {
      Files.createDirectories(directory);
      try {
        write(draft, directory, text(new WrappingKey(file, 1, secret)));
        Files.createLink(whole, draft);
      } catch (FileAlreadyExistsException e) {
        return; // somebody else was faster: theirs is the key
      } finally {
        Files.deleteIfExists(draft);
      }
      syncDirectory(directory);
    } catch (IOException | UnsupportedOperationException e) {
      throw new KeyUnavailable(
          "wrapping key file %s cannot be made; choose a place that its owner may write to and that knows hard links"
              .formatted(file),
          e);
    }
  }

  private static String text(WrappingKey key) {
    return """
    # Jalon's wrapping key. Keep a copy apart from the database: without it no sealed text opens.
    id=%s
    version=%d
    secret=%s
    """
        .formatted(key.id(), key.version(), key.secretInHex());
  }

  private static void write(Path draft, Path directory, String text) throws IOException {
    Set<StandardOpenOption> how = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
    try (FileChannel out =
        posix
            ? FileChannel.open(
                draft,
                how,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : FileChannel.open(draft, how)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }

  private static void syncDirectory(Path directory) throws IOException {
    try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  private static KeyUnavailable unusable(Path file, String finding) {
    return new KeyUnavailable("wrapping key file %s %s; %s".formatted(file, finding, WAY_OUT));
  }

  private static KeyUnavailable unreadable(Path file, IOException cause) {
    return new KeyUnavailable(
        "wrapping key file %s cannot be read; let Jalon run as its owner".formatted(file), cause);
  }
}
