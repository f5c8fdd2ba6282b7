package org.jalon.command.importing;

import static org.jalon.command.importing.UnreadableFile.Code.FILE_EMPTY;
import static org.jalon.command.importing.UnreadableFile.Code.GZIP_CORRUPT;
import static org.jalon.command.importing.UnreadableFile.Code.GZIP_TRUNCATED;
import static org.jalon.command.importing.UnreadableFile.Code.INFLATED_TOO_LARGE;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * A file read once from its beginning, inflated if its first two bytes say gzip. It counts what it
 * reads on both sides of gzip and refuses what passes the bounds, with {@link UnreadableFile} out
 * of {@code read}.
 */
final class OpenedFile extends InputStream {
  private static final long RATIO_FROM = 10L * 1024 * 1024;
  private static final int BUFFER = 65_536;

  private final ImportBounds bounds;
  private final Counted raw;
  private final InputStream content;
  private final long size;
  private final boolean gzip;
  private long inflated;
  private long marked;

  private OpenedFile(Path file, InputStream in, ImportBounds bounds) throws IOException {
    this.bounds = bounds;
    this.size = Files.size(file);
    this.raw = new Counted(in);
    this.gzip = isGzip(file);
    this.content = gzip ? inflate() : raw;
  }

  static OpenedFile of(Path file, ImportBounds bounds) throws IOException {
    var in = Files.newInputStream(file);
    try {
      return new OpenedFile(file, in, bounds);
    } catch (IOException | UnreadableFile refused) {
      in.close();
      throw refused;
    }
  }

  private static boolean isGzip(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var magic = in.readNBytes(2);
      return magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
    }
  }

  private InputStream inflate() throws IOException {
    try {
      return new Gunzip(raw);
    } catch (EOFException | ZipException broken) {
      throw broken(broken);
    }
  }

  /** Bytes of the file as uploaded, read so far. */
  long position() {
    return raw.count;
  }

  long size() {
    return size;
  }

  /**
   * The next unit (a tag, a record) begins: it may read {@link ImportBounds#markup} bytes from
   * here.
   */
  void beginUnit() {
    marked = inflated;
  }

  /** Reads what is left, so that the checksum at the very end is compared too. */
  void drain() throws IOException {
    var rest = new byte[BUFFER];
    do {
      beginUnit();
    } while (read(rest, 0, rest.length) >= 0);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (inflated - marked >= bounds.markup()) {
      throw new UnitTooLong();
    }
    int read;
    try {
      read = content.read(into, offset, Math.min(length, bounds.markup()));
    } catch (EOFException | ZipException broken) {
      throw broken(broken);
    }
    if (read < 0 && inflated == 0) {
      throw new UnreadableFile(
          FILE_EMPTY, "byte 1", "there is nothing in the file; send the log or table itself");
    }
    inflated += Math.max(read, 0);
    refuseBomb();
    return read;
  }

  private void refuseBomb() {
    if (inflated > bounds.inflated()) {
      throw new UnreadableFile(
          INFLATED_TOO_LARGE,
          place(),
          "a file has at most " + bounds.inflated() + " bytes inflated; split it");
    }
    if (gzip && inflated > RATIO_FROM && inflated / bounds.ratio() > raw.count) {
      throw new UnreadableFile(
          INFLATED_TOO_LARGE,
          place(),
          "a file inflates to at most "
              + bounds.ratio()
              + " times its size beyond the first "
              + RATIO_FROM
              + " bytes; send it uncompressed");
    }
  }

  private UnreadableFile broken(IOException broken) {
    return broken instanceof EOFException
        ? new UnreadableFile(
            GZIP_TRUNCATED, place(), "the gzip file breaks off here; send it again, whole")
        : new UnreadableFile(
            GZIP_CORRUPT,
            place(),
            "the gzip file is damaged ("
                + Shortened.of(String.valueOf(broken.getMessage()))
                + "); compress it again and compare it with its source");
  }

  private String place() {
    return "byte " + raw.count + " of the upload";
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  /**
   * More bytes than {@link ImportBounds#markup} since the unit began; whoever knows the line says
   * so.
   */
  static final class UnitTooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Counted extends InputStream {
    private final InputStream in;
    private long count;

    Counted(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = in.read(into, offset, length);
      count += Math.max(read, 0);
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
