package org.jalon.standalone;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says about this installation.
 *
 * @param data keeps everything that has to survive; absolute
 * @param port on the loopback, 1 to 65535
 * @param database an existing server to use instead of the embedded one
 */
record Surroundings(Path data, int port, Optional<DatabaseAccess> database) {

  private static final int DEFAULT_PORT = 8080;
  private static final int LAST_PORT = 65_535;

  /**
   * Reads {@code JALON_DATA}, {@code JALON_PORT} and {@code JALON_DATABASE_*}; empty is as good as
   * absent.
   *
   * @throws CannotStart if a value cannot be meant
   */
  static Surroundings of(Map<String, String> environment) {
    return new Surroundings(
        data(given(environment, "JALON_DATA")),
        port(given(environment, "JALON_PORT")),
        Optional.ofNullable(given(environment, "JALON_DATABASE_URL"))
            .map(
                url ->
                    DatabaseUrl.access(
                        url,
                        given(environment, "JALON_DATABASE_USER"),
                        given(environment, "JALON_DATABASE_PASSWORD"))));
  }

  private static Path data(@Nullable String given) {
    String path = given == null ? System.getProperty("user.home") + "/.jalon" : given;
    try {
      return Path.of(path).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new CannotStart(
          "JALON_DATA is '%s', which names no directory (%s); set it to a path"
              .formatted(path, e.getReason()),
          e);
    }
  }

  private static int port(@Nullable String given) {
    if (given == null) {
      return DEFAULT_PORT;
    }
    if (given.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(given);
      if (port >= 1 && port <= LAST_PORT) {
        return port;
      }
    }
    throw new CannotStart(
        "JALON_PORT is '%s'; a port is a whole number from 1 to %d, for example JALON_PORT=8081"
            .formatted(given, LAST_PORT));
  }

  private static @Nullable String given(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
