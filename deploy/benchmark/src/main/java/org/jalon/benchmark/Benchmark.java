package org.jalon.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs every workload on a server of its own and writes {@code results.json}. */
public final class Benchmark {

  private static final List<Workload> WORKLOADS =
      List.of(new ReferentOfTenYears(Extent.FULL), new TransferOfCaseload(500, 20));

  private Benchmark() {}

  /**
   * Measures.
   *
   * @param arguments the directory for results and, while it runs, for the server
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      IO.println("usage: Benchmark <directory>");
      System.exit(2);
    }
    Path directory = Path.of(arguments[0]).toAbsolutePath();
    Results results = measured(directory, WORKLOADS);
    Path file = directory.resolve("results.json");
    results.write(file);
    IO.println(results.table());
    IO.println("also in " + file);
  }

  /** All results of the workloads, one after another on the same server. */
  static Results measured(Path directory, List<Workload> workloads) throws Exception {
    Files.createDirectories(directory);
    List<Result> lines = new ArrayList<>();
    try (Site site = Site.open(fresh(directory))) {
      for (Workload workload : workloads) {
        lines.addAll(workload.run(site));
      }
    }
    return new Results(lines);
  }

  private static Path fresh(Path directory) throws IOException {
    return Files.createTempDirectory(directory, "benchmark-");
  }
}
