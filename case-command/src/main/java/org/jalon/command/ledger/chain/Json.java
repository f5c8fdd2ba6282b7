package org.jalon.command.ledger.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON of any shape whose numbers are whole: objects become maps, arrays lists, texts {@link
 * String}, numbers {@link Long}; true, false and null are not used here and refused.
 */
final class Json {

  private static final int DEEPEST = 20;

  private final String json;
  private int at;
  private int depth;

  private Json(String json) {
    this.json = json;
  }

  /**
   * @throws IllegalArgumentException if it is anything else; names the place
   */
  static Map<?, ?> object(String json) {
    Json reader = new Json(json);
    Object value = reader.value();
    if (reader.peek() != '\0' || !(value instanceof Map<?, ?> object)) {
      throw reader.wrong("one object");
    }
    return object;
  }

  private Object value() {
    if (++depth > DEEPEST) {
      throw wrong("less depth");
    }
    Object value =
        switch (peek()) {
          case '{' -> members();
          case '[' -> elements();
          case '"' -> text();
          default -> number();
        };
    depth--;
    return value;
  }

  private Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    while (peek() != '}') {
      if (!members.isEmpty()) {
        expect(',');
      }
      String name = text();
      expect(':');
      if (members.put(name, value()) != null) {
        throw wrong("a name not used before");
      }
    }
    at++;
    return members;
  }

  private List<Object> elements() {
    List<Object> elements = new ArrayList<>();
    at++;
    while (peek() != ']') {
      if (!elements.isEmpty()) {
        expect(',');
      }
      elements.add(value());
    }
    at++;
    return elements;
  }

  private Long number() {
    int start = at;
    while (at < json.length() && "-0123456789".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
    try {
      return Long.valueOf(json.substring(start, at));
    } catch (NumberFormatException e) {
      throw wrong("an object, an array, text or a whole number");
    }
  }

  /** As {@link FlatJson} reads it. */
  private String text() {
    if (peek() != '"') {
      throw wrong("text");
    }
    FlatJson.Text text = FlatJson.textAt(json, at);
    at = text.end();
    return text.value();
  }

  private void expect(char c) {
    if (peek() != c) {
      throw wrong("'" + c + "'");
    }
    at++;
  }

  /** The next character that is no space, NUL at the end. */
  private char peek() {
    while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
    return at < json.length() ? json.charAt(at) : '\0';
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException(
        "not the JSON of a proof: expected %s at character %d".formatted(expected, at));
  }
}
