package org.jalon.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A page with places {@code {{name}}} to fill. */
record PageText(String text) {

  /** The page of a language. */
  static PageText of(String language) {
    String name = "index." + language + ".html";
    try (@Nullable InputStream page = PageText.class.getResourceAsStream(name)) {
      if (page == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new PageText(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String with(Map<String, String> values) {
    String filled = text;
    for (var value : values.entrySet()) {
      filled =
          filled.replace(
              "{{%s}}".formatted(value.getKey()), HtmlUtils.htmlEscape(value.getValue()));
    }
    return filled;
  }
}
