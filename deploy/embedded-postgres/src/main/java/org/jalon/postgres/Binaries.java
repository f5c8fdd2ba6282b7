package org.jalon.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL, unpacked from the class path once into a directory. */
record Binaries(Path directory) {

  /** The major version of what is shipped, as {@code PG_VERSION} of a data directory names it. */
  static final String MAJOR = "18";

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final String PREFIX = "postgresql-";
  private static final String UNFINISHED = ".unpacking-";
  private static final int OWNER_MAY_EXECUTE = 0100;

  /**
   * Unpacks beside the data unless that is done already. The directory's name carries the archive's
   * digest and is given only when everything is in it and on the disk.
   */
  static Binaries beside(Path data) throws IOException {
    Directories.deleteBeside(data, UNFINISHED);
    Path home = data.resolveSibling(PREFIX + MAJOR + "-" + digest());
    if (!Files.isDirectory(home)) {
      Space.requireFirstStart(Directories.parent(data));
      unpack(home, Directories.newBeside(data, UNFINISHED));
    }
    refuseIfOfAnotherUser(home);
    return new Binaries(home);
  }

  String program(String name) {
    return directory.resolve("bin").resolve(name).toString();
  }

  /** Who owns the programs could put others in their place. */
  private static void refuseIfOfAnotherUser(Path home) throws IOException {
    if (HostUser.ownerOf(home) != HostUser.current().id()) {
      throw new CannotStartPostgres(
          "the programs in %s belong to user %s and are not run for another; set JALON_DATA to a directory of your own"
              .formatted(home, Files.getOwner(home)));
    }
  }

  private static void unpack(Path home, Path unfinished) throws IOException {
    try {
      unpackInto(unfinished);
      Directories.rename(unfinished, home);
    } catch (FileSystemException e) {
      boolean anotherWasFaster = Files.isDirectory(home);
      if (!anotherWasFaster) {
        throw e;
      }
    } finally {
      Directories.discard(unfinished);
    }
  }

  private static void unpackInto(Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(archive())))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, entry.resolveIn(target));
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(Directories.parent(file));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, file);
    boolean executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    Directories.sync(file);
  }

  private static String digest() throws IOException {
    try (var content = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
      content.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(content.getMessageDigest().digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static InputStream archive() {
    InputStream archive = Binaries.class.getResourceAsStream(ARCHIVE);
    if (archive == null) {
      throw new CannotStartPostgres(
          "%s is missing on the class path; build Jalon again, or set JALON_DATABASE_URL to an existing PostgreSQL server"
              .formatted(ARCHIVE));
    }
    return archive;
  }
}
