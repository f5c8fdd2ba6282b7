package org.jalon.kernel;

import java.util.regex.Pattern;

/**
 * Names one ledger of an installation: part of its schema names, genesis hash, lease and topic.
 *
 * @param value 1 to 20 characters: a lower-case letter, then lower-case letters, digits or {@code
 *     _}
 */
public record LedgerId(String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{0,19}");

  /** The ledger of an installation that has only one. */
  public static final LedgerId MAIN = new LedgerId("main");

  /**
   * @throws IllegalArgumentException if the value has another shape
   */
  public LedgerId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "ledger id '%s' is not 1 to 20 of a-z, 0-9 and _, starting with a letter"
              .formatted(value));
    }
  }

  /** The PostgreSQL schema in which a module keeps this ledger's tables. */
  public String schema(String module) {
    return "jalon_" + value + "_" + module;
  }

  @Override
  public String toString() {
    return value;
  }
}
