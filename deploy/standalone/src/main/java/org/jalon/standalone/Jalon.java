package org.jalon.standalone;

/** Starts Jalon. */
final class Jalon {
  private Jalon() {}

  static void main() {}
}
