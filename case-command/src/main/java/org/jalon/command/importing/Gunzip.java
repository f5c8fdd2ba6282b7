package org.jalon.command.importing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Inflates gzip (RFC 1952), one member after the other, and compares checksum and length of each.
 * Unlike the JDK's it ends quietly only where the file ends (or in padding of zeros): whatever else
 * follows a member is an error, not ignored.
 *
 * <p>Throws {@link EOFException} where the file breaks off and {@link ZipException} where it is
 * damaged.
 */
final class Gunzip extends InputStream {
  private static final int DEFLATED = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream in;
  private final byte[] buffer = new byte[65_536];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private int next;
  private int limit;
  private boolean ended;

  Gunzip(InputStream in) throws IOException {
    this.in = in;
    header(take());
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int read = inflate(into, offset, length);
      if (read > 0) {
        checksum.update(into, offset, read);
        return read;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("a dictionary is asked for");
      } else if (inflater.needsInput()) {
        requireMore();
        inflater.setInput(buffer, next, limit - next);
        next = limit;
      }
    }
    return -1;
  }

  private int inflate(byte[] into, int offset, int length) throws ZipException {
    try {
      return inflater.inflate(into, offset, length);
    } catch (DataFormatException damaged) {
      throw new ZipException(String.valueOf(damaged.getMessage()));
    }
  }

  private void endMember() throws IOException {
    next = limit - inflater.getRemaining();
    if (little(4) != checksum.getValue()) {
      throw new ZipException("the checksum differs");
    }
    if (little(4) != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
      throw new ZipException("the length differs");
    }
    int first = padding();
    if (first < 0) {
      ended = true;
    } else {
      inflater.reset();
      checksum.reset();
      header(first);
    }
  }

  /** The first byte that is not zero, or -1 at the end of the file. */
  private int padding() throws IOException {
    while (more()) {
      int one = take();
      if (one != 0) {
        return one;
      }
    }
    return -1;
  }

  private void header(int first) throws IOException {
    if (first != 0x1F || take() != 0x8B || take() != DEFLATED) {
      throw new ZipException("no gzip member begins here");
    }
    int flags = take();
    if ((flags & RESERVED) != 0) {
      throw new ZipException("reserved flags are set");
    }
    little(6);
    if ((flags & EXTRA) != 0) {
      for (long rest = little(2); rest > 0; rest--) {
        take();
      }
    }
    if ((flags & NAME) != 0) {
      text();
    }
    if ((flags & COMMENT) != 0) {
      text();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      little(2);
    }
  }

  private void text() throws IOException {
    int one = take();
    while (one != 0) {
      one = take();
    }
  }

  private long little(int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) take() << 8 * i;
    }
    return value;
  }

  private int take() throws IOException {
    requireMore();
    return buffer[next++] & 0xFF;
  }

  private void requireMore() throws IOException {
    if (!more()) {
      throw new EOFException("the file breaks off");
    }
  }

  private boolean more() throws IOException {
    if (next == limit) {
      next = 0;
      limit = Math.max(0, in.read(buffer, 0, buffer.length));
    }
    return next < limit;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
