package org.jalon.command.ledger.checkpoint;

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
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and makes the file of the signing key: of one owner, complete or not there at all. */
final class SigningKeyFile {

  private static final int MOST_BYTES = 4096;
  private static final Pattern SHAPE =
      Pattern.compile(
          "#[^\\n]*\\nid=([0-9a-f]{32})\\npublic=([A-Za-z0-9+/=]+)\\nsecret=([A-Za-z0-9+/=]+)\\n?");

  private SigningKeyFile() {}

  static boolean isThere(Path file) {
    return !Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * @throws CheckpointsUnavailable if the file is damaged, no plain file or open to others
   */
  static SigningKey read(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw unusable(file, "is not a plain file");
    }
    refuseIfOpenToOthers(file);
    Matcher text = SHAPE.matcher(textOf(file));
    if (!text.matches()) {
      throw unusable(file, "is not a signing key of Jalon or was cut short");
    }
    try {
      SigningKey key =
          SigningKey.of(
              Base64.getDecoder().decode(text.group(3)), Base64.getDecoder().decode(text.group(2)));
      if (key.id().equals(text.group(1))) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw unusable(file, "was altered: " + e.getMessage());
    }
    throw unusable(file, "was altered: its id is not that of its public key");
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
        throw new CheckpointsUnavailable(
            "signing key file %1$s is open to others than its owner (%2$s); run: chmod 600 '%1$s'"
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

  /** Written and synced under another name first, then linked: never seen half, never replaced. */
  static void create(Path file) {
    Path whole = file.toAbsolutePath();
    Path directory = whole.resolveSibling("");
    Path draft = whole.resolveSibling(whole.getFileName() + "." + UUID.randomUUID());
    try {
      Files.createDirectories(directory);
      try {
        write(draft, directory, text(SigningKey.random()));
        Files.createLink(whole, draft);
      } catch (FileAlreadyExistsException e) {
        return; // somebody else was faster: theirs is the key
      } finally {
        Files.deleteIfExists(draft);
      }
      DurableFile.syncDirectory(directory);
    } catch (IOException | UnsupportedOperationException e) {
      throw new CheckpointsUnavailable(
          "signing key file %s cannot be made; choose a place that its owner may write to and that knows hard links"
              .formatted(file),
          e);
    }
  }

  private static String text(SigningKey key) {
    Base64.Encoder base64 = Base64.getEncoder();
    return """
    # Jalon's key that signs checkpoints of the ledger. Who has it can sign any history.
    id=%s
    public=%s
    secret=%s
    """
        .formatted(
            key.id(), base64.encodeToString(key.publicKey()), base64.encodeToString(key.secret()));
  }

  private static void write(Path draft, Path directory, String text) throws IOException {
    Set<StandardOpenOption> how = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel out = DurableFile.open(draft, directory, how)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }

  private static CheckpointsUnavailable unusable(Path file, String finding) {
    return new CheckpointsUnavailable(
        "signing key file %s %s; restore it from its backup".formatted(file, finding));
  }

  private static CheckpointsUnavailable unreadable(Path file, IOException cause) {
    return new CheckpointsUnavailable(
        "signing key file %s cannot be read; let Jalon run as its owner".formatted(file), cause);
  }
}
