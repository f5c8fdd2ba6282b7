package org.jalon.command.importing;

import static org.jalon.command.importing.UnreadableFile.Code.NOT_UTF8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a UTF-8 file without its BOM; the first byte that is not UTF-8 ends the reading
 * with its position.
 */
final class Utf8Text extends Reader {
  private static final char BOM = '\uFEFF';

  private final InputStream file;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
  private final CharBuffer chars = CharBuffer.allocate(8192).flip();
  private long decoded;
  private boolean ended;
  private boolean begun;

  Utf8Text(InputStream file) {
    this.file = file;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!chars.hasRemaining()) {
      if (ended && !bytes.hasRemaining()) {
        return -1;
      }
      fill();
      decode();
    }
    int read = Math.min(length, chars.remaining());
    chars.get(into, offset, read);
    return read;
  }

  private void decode() {
    int before = bytes.position();
    chars.clear();
    var result = decoder.decode(bytes, chars, ended);
    chars.flip();
    decoded += bytes.position() - before;
    if (result.isError()) {
      throw notUtf8();
    }
    if (!begun && chars.hasRemaining()) {
      begun = true;
      chars.position(chars.get(0) == BOM ? 1 : 0);
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    if (!ended && bytes.hasRemaining()) {
      int read = file.read(bytes.array(), bytes.position(), bytes.remaining());
      ended = read < 0;
      bytes.position(bytes.position() + Math.max(read, 0));
    }
    bytes.flip();
  }

  private UnreadableFile notUtf8() {
    int found = bytes.get(bytes.position()) & 0xFF;
    return new UnreadableFile(
        NOT_UTF8,
        "byte " + (decoded + 1),
        "the file is not UTF-8 (0x%02X stands here)%s; save it as UTF-8"
            .formatted(found, decoded == 0 && found >= 0xFE ? ", it begins like UTF-16" : ""));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
