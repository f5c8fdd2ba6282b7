package org.jalon.standalone;

/** What a person reads when Jalon is up. */
final class Welcome {

  private Welcome() {}

  static String to(Surroundings surroundings, double seconds) {
    return """

    Jalon %s is up after %.1f s.
      Open       http://localhost:%d/            what runs, and where to go next
      API        http://localhost:%d/api/docs    every call, to be tried
      Data       %s
      Database   %s
      Stop       Ctrl-C; everything acknowledged is kept
    The README has a tour of five minutes.
    """
        .formatted(
            Version.text(),
            seconds,
            surroundings.port(),
            surroundings.port(),
            surroundings.data(),
            surroundings
                .database()
                .map(access -> access.url() + " as " + access.user())
                .orElse("embedded PostgreSQL, kept in the data directory"));
  }
}
