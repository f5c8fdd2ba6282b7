package org.jalon.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the figures were measured on. */
final class Machine {

  private Machine() {}

  /** Processors, memory, JVM, and how busy it was before anything began. */
  static String described() {
    return "%s %s, %d processors, %d MB for this JVM, Java %s, load %.1f at the start"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            processors(),
            Runtime.getRuntime().maxMemory() >> 20,
            Runtime.version(),
            load());
  }

  /** Says that figures will mislead when others keep more than half a processor busy. */
  static void warnIfBusy() {
    if (load() > 0.5) {
      Progress.say(
          String.format(
              Locale.ROOT,
              "WARNING: the load of the last minute is %.1f on %d processors; stop what else runs,"
                  + " or take these figures for nothing",
              load(),
              processors()));
    }
  }

  /**
   * @throws IllegalStateException if less is free where the directory lies; says how much is needed
   */
  static void requireRoom(Path directory, long bytes) throws IOException {
    long free = Files.getFileStore(directory).getUsableSpace();
    if (free < bytes) {
      throw new IllegalStateException(
          "%d GB are free in %s, this needs %d; free some, or give another directory"
              .formatted(free >> 30, directory, bytes >> 30));
    }
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
