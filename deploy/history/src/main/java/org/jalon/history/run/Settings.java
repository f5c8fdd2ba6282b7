package org.jalon.history.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What one run does.
 *
 * @param directory in which it makes one of its own
 * @param appends to be acknowledged before it ends
 * @param nodes processes that write, 1 to 9
 * @param processes full of clients
 * @param clients in each of them
 * @param subjects that few want, beside those that everybody wants
 * @param seed of all choices; what processes make of them also depends on time
 * @param faultEvery mean time from one fault to the next
 * @param longestStop longest that a process is stopped
 * @param foreign shortest that foreign transactions stay open before the server is killed
 * @param atMost after so long it ends, with fewer appends
 * @param durable false has commits answered before they are on disk, so that a kill of the server
 *     loses some: to see that this is found
 */
record Settings(
    Path directory,
    long appends,
    int nodes,
    int processes,
    int clients,
    int subjects,
    long seed,
    Duration faultEvery,
    Duration longestStop,
    Duration foreign,
    Duration atMost,
    boolean durable) {

  static final String USAGE =
      """
      usage: HistoryRun --directory DIR [--appends 1000000] [--nodes 2] [--processes 2] [--clients 96]
        [--subjects 1500] [--seed RANDOM] [--fault-seconds 8] [--stop-seconds 8] [--foreign-seconds 180]
        [--seconds 7200] [--durable true]
             HistoryRun --judge DIR-OF-A-RUN\
      """;

  private static final Set<String> NAMES =
      Set.of(
          "directory",
          "appends",
          "nodes",
          "processes",
          "clients",
          "subjects",
          "seed",
          "fault-seconds",
          "stop-seconds",
          "foreign-seconds",
          "seconds",
          "durable");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  static Settings of(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      given.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
    }
    if (arguments.length % 2 != 0
        || !NAMES.containsAll(given.keySet())
        || !given.containsKey("directory")) {
      throw new IllegalArgumentException(USAGE);
    }
    return new Settings(
        Path.of(given.getOrDefault("directory", "")).toAbsolutePath(),
        number(given, "appends", 1_000_000),
        (int) number(given, "nodes", 2),
        (int) number(given, "processes", 2),
        (int) number(given, "clients", 96),
        (int) number(given, "subjects", 1_500),
        number(given, "seed", ThreadLocalRandom.current().nextInt(1_000_000_000)),
        Duration.ofSeconds(number(given, "fault-seconds", 8)),
        Duration.ofSeconds(number(given, "stop-seconds", 8)),
        Duration.ofSeconds(number(given, "foreign-seconds", 180)),
        Duration.ofSeconds(number(given, "seconds", 7_200)),
        Boolean.parseBoolean(given.getOrDefault("durable", "true")));
  }

  private static long number(Map<String, String> given, String name, long otherwise) {
    String text = given.get(name);
    return text == null ? otherwise : Long.parseLong(text);
  }
}
