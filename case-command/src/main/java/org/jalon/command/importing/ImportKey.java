package org.jalon.command.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's import key: 32 random bytes in the file {@code import.key}, created once and
 * never changed. With another key every import would record everything again.
 */
public final class ImportKey {
  /** Its file. */
  public static final String FILE = "import.key";

  private static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * A given key.
   *
   * @throws IllegalArgumentException unless it has 32 bytes
   */
  public ImportKey(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "An import key has " + BYTES + " bytes, this one " + bytes.length);
    }
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /**
   * The key kept in a directory, created there (readable by its owner only) if there is none; when
   * several processes create it at once, all get the same.
   *
   * @throws IOException naming the file, when it cannot be read or made, or is not a key
   */
  public static ImportKey in(Path directory) throws IOException {
    var file = directory.resolve(FILE);
    Files.createDirectories(directory);
    if (Files.notExists(file)) {
      create(file);
    }
    return read(file);
  }

  private static ImportKey read(Path file) throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(BYTES + 1);
    } catch (IOException unreadable) {
      throw new IOException(
          "The import key "
              + file
              + " cannot be read; make it readable for the user that runs Jalon, or restore it from"
              + " the backup",
          unreadable);
    }
    if (bytes.length != BYTES) {
      throw new IOException(
          "The import key "
              + file
              + " has "
              + (bytes.length > BYTES ? "more than " + BYTES : bytes.length)
              + " bytes instead of "
              + BYTES
              + "; restore it from the backup: with a new key, imports would record again what is"
              + " recorded");
    }
    return new ImportKey(bytes);
  }

  /**
   * Written aside, made durable, then linked: the name appears once, with all bytes, or not at all.
   */
  private static void create(Path file) throws IOException {
    var directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new NoSuchFileException(file.toString());
    }
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    var aside = Files.createTempFile(directory, FILE, ".new");
    try {
      try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
        for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.createLink(file, aside);
    } catch (FileAlreadyExistsException _) {
      // Another process was first: its key is the installation's.
    } finally {
      Files.deleteIfExists(aside);
    }
    try (var entries = FileChannel.open(directory, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  Mac hmac() {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, absent);
    }
  }

  @Override
  public String toString() {
    return "ImportKey[secret]";
  }
}
