package org.jalon.kernel.edge;

import java.util.List;

/**
 * A problem document after RFC 9457.
 *
 * @param type {@code about:blank}: title and code say what kind it is
 * @param title of the status
 * @param status of HTTP
 * @param detail for people
 * @param code machine-readable: that of the first violation
 * @param violations all broken rules, never only the first
 */
public record Problem(
    String type, String title, int status, String detail, String code, List<Violation> violations) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem of at least one violation. */
  public static Problem of(int status, String title, List<Violation> violations) {
    Violation first = violations.getFirst();
    return new Problem(
        "about:blank", title, status, first.message(), first.code(), List.copyOf(violations));
  }
}
