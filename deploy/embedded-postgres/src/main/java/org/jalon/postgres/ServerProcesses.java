package org.jalon.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processes of PostgreSQL that work in a data directory, as {@code /proc} shows them. */
final class ServerProcesses {

  private ServerProcesses() {}

  static List<Long> in(Path data) {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> isOne(pid, data))
        .toList();
  }

  /** Alive, no zombie, at work in this directory, and by its command line a PostgreSQL. */
  static boolean isOne(long pid, Path data) {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).equals(data)
          && isPostgres(process)
          && !isZombie(process);
    } catch (IOException e) {
      return false; // it has ended, or is another user's
    }
  }

  /**
   * One that is ending has no command line any more, and for some milliseconds still holds the
   * shared memory that keeps the next from starting.
   */
  private static boolean isPostgres(Path process) throws IOException {
    String commandLine = text(process.resolve("cmdline"));
    String program = commandLine.substring(0, Math.max(0, commandLine.indexOf('\0')));
    return commandLine.isEmpty()
        || program.endsWith("/postgres")
        || program.startsWith("postgres:");
  }

  private static boolean isZombie(Path process) throws IOException {
    String stat = text(process.resolve("stat"));
    char state = stat.charAt(stat.lastIndexOf(')') + 2);
    return state == 'Z' || state == 'X';
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }
}
