package org.jalon.command.importing;

import static org.jalon.command.importing.UnreadableFile.Code.DOCTYPE_REFUSED;
import static org.jalon.command.importing.UnreadableFile.Code.FIELD_TOO_LONG;
import static org.jalon.command.importing.UnreadableFile.Code.NESTING_TOO_DEEP;
import static org.jalon.command.importing.UnreadableFile.Code.NOT_XES;
import static org.jalon.command.importing.UnreadableFile.Code.XML_MALFORMED;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The tags of a log, one after the other, within bounds. It never resolves anything outside the
 * file: a DOCTYPE is refused where it is met, so only the five predefined entities and character
 * references exist.
 */
final class XmlEvents implements AutoCloseable {
  private static final String XES_NAMESPACE = "http://www.xes-standard.org";

  private static final String PARSER_PREFIX = "Message: ";
  private static final int PARSER_SAID = 200;

  private final OpenedFile file;
  private final XMLStreamReader reader;
  private final ImportBounds bounds;
  private int depth;
  private boolean rooted;

  private XmlEvents(OpenedFile file, ImportBounds bounds) throws IOException {
    this.file = file;
    this.bounds = bounds;
    try {
      this.reader = SafeXml.reader(file);
    } catch (OpenedFile.UnitTooLong _) {
      throw tooLong("line 1");
    } catch (XMLStreamException failed) {
      throw translated(failed);
    }
  }

  static XmlEvents of(Path path, ImportBounds bounds) throws IOException {
    var file = OpenedFile.of(path, bounds);
    try {
      return new XmlEvents(file, bounds);
    } catch (IOException | UnreadableFile refused) {
      file.close();
      throw refused;
    }
  }

  /** Goes to the next start or end tag; false when the file ended, checksum included. */
  boolean next() throws IOException {
    while (true) {
      switch (advance()) {
        case XMLStreamConstants.START_ELEMENT -> {
          opened();
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return true;
        }
        case XMLStreamConstants.END_DOCUMENT -> {
          file.drain();
          return false;
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new UnreadableFile(
                DOCTYPE_REFUSED,
                place(),
                "a log has no DOCTYPE and no entities of its own; remove the declaration");
        default -> {
          // Text, comments and processing instructions say nothing in XES.
        }
      }
    }
  }

  private int advance() throws IOException {
    file.beginUnit();
    try {
      return reader.next();
    } catch (OpenedFile.UnitTooLong _) {
      throw tooLong(place());
    } catch (XMLStreamException failed) {
      throw translated(failed);
    }
  }

  private UnreadableFile tooLong(String place) {
    return new UnreadableFile(
        FIELD_TOO_LONG,
        place,
        "one tag or comment has at most " + bounds.markup() + " bytes; shorten its values");
  }

  /** A fault of the content becomes the refusal; one of the disk is thrown as it is. */
  private UnreadableFile translated(XMLStreamException failed) throws IOException {
    return switch (failed.getNestedException()) {
      case CharConversionException _, UnsupportedEncodingException _ -> malformed(failed);
      case IOException disk -> throw disk;
      case null, default -> malformed(failed);
    };
  }

  private void opened() {
    depth++;
    if (!rooted) {
      rooted = true;
      requireLog();
    }
    if (depth > bounds.nesting()) {
      throw new UnreadableFile(
          NESTING_TOO_DEEP,
          place(),
          "elements nest at most " + bounds.nesting() + " deep; flatten the attributes");
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeValue(i).length() > bounds.field()) {
        throw new UnreadableFile(
            FIELD_TOO_LONG,
            place(),
            "\""
                + Shortened.of(reader.getAttributeValue(i))
                + "\" has more than "
                + bounds.field()
                + " characters; shorten it");
      }
    }
  }

  private void requireLog() {
    var namespace = Optional.ofNullable(reader.getNamespaceURI()).orElse("");
    if (!name().equals("log") || !(namespace.isEmpty() || namespace.startsWith(XES_NAMESPACE))) {
      throw new UnreadableFile(
          NOT_XES,
          place(),
          "an IEEE 1849 XES file begins with <log>, this one with <"
              + Shortened.of(name())
              + (namespace.isEmpty() ? "" : "> of namespace <" + Shortened.of(namespace))
              + ">; export the log as XES");
    }
  }

  private UnreadableFile malformed(XMLStreamException malformed) {
    var location = malformed.getLocation();
    var place =
        location == null || location.getLineNumber() < 1
            ? "line 1 or after"
            : place(location.getLineNumber(), location.getColumnNumber());
    var message = String.valueOf(malformed.getMessage());
    int begin = message.indexOf(PARSER_PREFIX);
    var said =
        Shortened.of(
            begin < 0 ? message : message.substring(begin + PARSER_PREFIX.length()), PARSER_SAID);
    return rooted
        ? new UnreadableFile(
            XML_MALFORMED,
            place,
            "the XML is not well-formed here (" + said + "); export the log again")
        : new UnreadableFile(
            NOT_XES,
            place,
            "this is not XML ("
                + said
                + "); an IEEE 1849 XES file begins with <log>, plain or compressed with"
                + " gzip");
  }

  private String place() {
    return place(reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber());
  }

  private static String place(int line, int column) {
    return "line " + line + ", column " + column;
  }

  boolean isStart() {
    return reader.isStartElement();
  }

  /** Elements open: 1 within the root; a start tag counts itself, an end tag no more. */
  int depth() {
    return depth;
  }

  String name() {
    return reader.getLocalName();
  }

  Optional<String> attribute(String name) {
    return Optional.ofNullable(reader.getAttributeValue(null, name));
  }

  long line() {
    return reader.getLocation().getLineNumber();
  }

  /** From a start tag to its end tag, whatever is between. */
  void skipElement() throws IOException {
    for (int outside = depth - 1; depth > outside; ) {
      next();
    }
  }

  long position() {
    return file.position();
  }

  long size() {
    return file.size();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
