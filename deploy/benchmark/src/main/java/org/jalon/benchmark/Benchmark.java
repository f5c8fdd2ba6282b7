package org.jalon.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Runs the workloads of a profile on a server of its own and writes what they came to. */
public final class Benchmark {

  private static final int MANY = 20_000_000;
  private static final long ROOM = 6L << 30;

  private static final String USAGE =
      "usage: Benchmark <directory> [short|full|many] [<events stored before the many are"
          + " measured>]";

  private Benchmark() {}

  /**
   * Measures.
   *
   * @param arguments the directory for results and, while it runs, for the server; the profile,
   *     {@code short} unless given; for {@code full} and {@code many} how many events are stored,
   *     20,000,000 unless given
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 1 || arguments.length > 3) {
      refuse(USAGE);
    }
    Path directory = Path.of(arguments[0]).toAbsolutePath();
    String profile = arguments.length > 1 ? arguments[1] : "short";
    var many = new ManyEvents(events(arguments), 5, Plan.FULL.spell());
    var packages = NpmPackages.in(directory.resolve("peers"));
    switch (profile) {
      case "short" ->
          run(directory, "results", List.of(new Comparison(Plan.SHORT, packages)), ROOM);
      case "full" ->
          run(
              directory,
              "results-full",
              List.of(
                  new Comparison(Plan.FULL, packages),
                  new ReferentOfTenYears(Extent.FULL),
                  new TransferOfCaseload(500, 20),
                  many),
              ROOM + many.room());
      case "many" -> run(directory, "results-many", List.of(many), many.room());
      default -> refuse("there is no profile '%s'; %s".formatted(profile, USAGE));
    }
  }

  private static void run(Path directory, String name, List<Workload> workloads, long room)
      throws Exception {
    Files.createDirectories(directory);
    Machine.requireRoom(directory, room);
    String machine = Machine.described();
    Progress.say(machine);
    Machine.warnIfBusy();
    Results results = measured(directory, workloads);
    Path file = directory.resolve(name + ".json");
    results.write(file);
    IO.println("%s, %s%n".formatted(LocalDate.now(), machine));
    IO.println(results.table());
    var targets = new Targets(results.lines());
    IO.println(targets.ratios());
    IO.println(targets.table());
    IO.println("also in " + file);
  }

  /** All results of the workloads, one after another on the same server. */
  static Results measured(Path directory, List<Workload> workloads) throws Exception {
    Files.createDirectories(directory);
    List<Result> lines = new ArrayList<>();
    try (var place = Workplace.in(directory);
        Site site = Site.open(place.fresh())) {
      for (Workload workload : workloads) {
        lines.addAll(workload.run(site));
      }
    }
    return new Results(lines);
  }

  private static int events(String[] arguments) {
    if (arguments.length < 3) {
      return MANY;
    }
    int events = arguments[2].matches("[0-9]{4,9}") ? Integer.parseInt(arguments[2]) : 0;
    if (events < 1_000) {
      refuse("'%s' events cannot be stored; 1000 to 999999999 can".formatted(arguments[2]));
    }
    return events;
  }

  private static void refuse(String why) {
    IO.println(why);
    System.exit(2);
  }
}
