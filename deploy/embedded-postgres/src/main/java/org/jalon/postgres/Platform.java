package org.jalon.postgres;

/**
 * What this JVM runs on, in the JVM's words.
 *
 * @param system for instance {@code Linux}
 * @param processor for instance {@code amd64}
 */
record Platform(String system, String processor) {

  private static final Platform SHIPPED = new Platform("Linux", "amd64");

  static Platform current() {
    return new Platform(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /**
   * Fails where the shipped programs do not run.
   *
   * @throws CannotStartPostgres if this is not Linux on x86-64
   */
  void requireShipped() {
    if (!equals(SHIPPED)) {
      throw new CannotStartPostgres(
          "the embedded PostgreSQL runs on Linux on x86-64 only, and this is %s on %s; set JALON_DATABASE_URL to an existing PostgreSQL server"
              .formatted(system, processor));
    }
  }
}
