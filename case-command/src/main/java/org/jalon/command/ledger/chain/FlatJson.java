package org.jalon.command.ledger.chain;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects of one level that hold text and whole numbers, and nothing else. */
public final class FlatJson {

  private final String json;
  private int at;

  private FlatJson(String json) {
    this.json = json;
  }

  /**
   * Writes the entries in the map's order without any space, escaping quote, backslash, controls
   * and unpaired surrogates.
   *
   * @param entries values are {@link String} or {@link Long}
   */
  public static String write(Map<String, ?> entries) {
    StringBuilder out = new StringBuilder("{");
    entries.forEach(
        (name, value) -> {
          if (out.length() > 1) {
            out.append(',');
          }
          text(out, name);
          out.append(':');
          if (value instanceof Long number) {
            out.append(number.longValue());
          } else {
            text(out, value.toString());
          }
        });
    return out.append('}').toString();
  }

  /**
   * Reads an object back: values are {@link String} or {@link Long}, in the order written.
   *
   * @throws IllegalArgumentException if it is anything else; names the place
   */
  public static Map<String, Object> read(String json) {
    return new FlatJson(json).object();
  }

  /** A text and the place behind its closing quote. */
  record Text(String value, int end) {}

  /**
   * Reads the text whose opening quote is there.
   *
   * @throws IllegalArgumentException if it is none; names the place
   */
  static Text textAt(String json, int place) {
    FlatJson reader = new FlatJson(json);
    reader.at = place;
    String value = reader.string();
    return new Text(value, reader.at);
  }

  private static void text(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        out.append(c).append(text.charAt(++i));
      } else if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private Map<String, Object> object() {
    Map<String, Object> entries = new LinkedHashMap<>();
    expect('{');
    if (peek() != '}') {
      entry(entries);
      while (peek() == ',') {
        at++;
        entry(entries);
      }
    }
    expect('}');
    if (at != json.length()) {
      throw wrong("the end");
    }
    return entries;
  }

  private void entry(Map<String, Object> entries) {
    int start = at;
    String name = string();
    expect(':');
    Object value = peek() == '"' ? string() : number();
    if (entries.put(name, value) != null) {
      at = start;
      throw wrong("a name not used before");
    }
  }

  private Long number() {
    int start = at;
    while (peek() == '-' || (peek() >= '0' && peek() <= '9')) {
      at++;
    }
    try {
      return Long.valueOf(json.substring(start, at));
    } catch (NumberFormatException e) {
      at = start;
      throw wrong("text or a whole number");
    }
  }

  private String string() {
    expect('"');
    int plain = plainUntil();
    if (plain < json.length() && json.charAt(plain) == '"') {
      String text = json.substring(at, plain);
      at = plain + 1;
      return text;
    }
    StringBuilder text = new StringBuilder();
    while (peek() != '"') {
      char c = json.charAt(at++);
      if (c < ' ') {
        throw wrong("no control character");
      }
      text.append(c == '\\' ? escaped() : c);
    }
    at++;
    return text.toString();
  }

  /** Where the first character stands that does not stand for itself. */
  private int plainUntil() {
    int end = at;
    while (end < json.length()) {
      char c = json.charAt(end);
      if (c == '"' || c == '\\' || c < ' ') {
        return end;
      }
      end++;
    }
    return end;
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode();
      default -> throw wrong("an escape");
    };
  }

  private char unicode() {
    try {
      char c = (char) Integer.parseInt(json, at, at + 4, 16);
      at += 4;
      return c;
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw wrong("four hexadecimal digits");
    }
  }

  private char peek() {
    if (at >= json.length()) {
      throw wrong("more");
    }
    return json.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw wrong("'" + c + "'");
    }
    at++;
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException(
        "not the JSON written here: expected %s at character %d".formatted(expected, at));
  }
}
