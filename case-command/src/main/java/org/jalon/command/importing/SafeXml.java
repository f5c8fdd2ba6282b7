package org.jalon.command.importing;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The JDK's parser, set so that it reads one file and nothing else. */
final class SafeXml {
  private static final int PEEK = 256;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']*)");

  private SafeXml() {}

  static XMLStreamReader reader(OpenedFile file) throws IOException, XMLStreamException {
    var bytes = new BufferedInputStream(unclosed(file));
    return isUtf8(bytes)
        ? factory().createXMLStreamReader(new Utf8Text(bytes))
        : factory().createXMLStreamReader(bytes);
  }

  /** The usual case is decoded here: the parser does not say where a bad byte stands. */
  private static boolean isUtf8(InputStream bytes) throws IOException {
    bytes.mark(PEEK);
    var begin = bytes.readNBytes(PEEK);
    bytes.reset();
    var text = new String(begin, StandardCharsets.ISO_8859_1);
    var declared =
        DECLARED.matcher(text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text);
    boolean wide =
        text.startsWith("\u00FE\u00FF")
            || text.startsWith("\u00FF\u00FE")
            || text.startsWith("\0<")
            || text.startsWith("<\0");
    return !wide && (!declared.find() || declared.group(1).equalsIgnoreCase("UTF-8"));
  }

  /** The parser closes its input at the end tag of the log; the checksum lies behind it. */
  private static InputStream unclosed(OpenedFile file) {
    return new FilterInputStream(file) {
      @Override
      public void close() {
        // Whoever opened the file closes it.
      }
    };
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLResolver(
        (_, system, _, _) -> {
          throw new XMLStreamException("Nothing outside the file is read: " + system);
        });
    // The JDK counts every &amp; of a long file against these two; without a DOCTYPE they guard
    // nothing.
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    return factory;
  }
}
