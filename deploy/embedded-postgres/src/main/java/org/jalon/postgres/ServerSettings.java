package org.jalon.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the server runs: durable, on loopback only, in modest memory, silent about data. */
final class ServerSettings {

  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  private static final Map<String, String> LOOPBACK_ONLY =
      Map.of("listen_addresses", "127.0.0.1", "unix_socket_directories", "");

  /** The shipped server is built without LLVM. */
  private static final Map<String, String> MODEST =
      Map.of("shared_buffers", "256MB", "max_connections", "60", "jit", "off");

  /**
   * A checkpoint seldom, and the log's files used again instead of made anew: whole pages are
   * logged after each checkpoint, and compressing them took a fifth of a busy writer's time.
   */
  private static final Map<String, String> STEADY =
      Map.of("max_wal_size", "2GB", "min_wal_size", "512MB", "wal_compression", "off");

  /** Pages are written back by a process of its own, so that who appends finds room for others. */
  private static final Map<String, String> AHEAD =
      Map.of(
          "bgwriter_delay", "10ms",
          "bgwriter_lru_maxpages", "1000",
          "bgwriter_lru_multiplier", "4");

  /**
   * A refused statement is the client's to report; here it could leave a person's data in clear.
   */
  private static final Map<String, String> DISCREET =
      Map.of(
          "logging_collector", "off",
          "log_destination", "stderr",
          "log_min_messages", "log",
          "log_min_error_statement", "panic",
          "log_checkpoints", "off",
          "log_timezone", "UTC",
          "timezone", "UTC");

  private ServerSettings() {}

  static List<String> arguments(int port) {
    Map<String, String> settings = new TreeMap<>(Map.of("port", Integer.toString(port)));
    List.of(DURABLE, LOOPBACK_ONLY, MODEST, STEADY, AHEAD, DISCREET).forEach(settings::putAll);
    List<String> arguments = new ArrayList<>();
    settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    return arguments;
  }
}
