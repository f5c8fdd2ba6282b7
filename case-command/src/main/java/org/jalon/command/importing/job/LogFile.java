package org.jalon.command.importing.job;

import java.io.IOException;
import java.nio.file.Path;
import org.jalon.command.importing.ImportBounds;
import org.jalon.command.importing.TraceMapping;
import org.jalon.command.importing.XesReader;
import org.jalon.command.importing.XesTrace;

/** An event log: its traces are decided side by side, since none rests on another. */
final class LogFile implements ImportFile {
  private static final int AT_ONCE = 32;

  private final XesReader reader = new XesReader(ImportBounds.XES);
  private final TraceMapping mapping;

  LogFile(TraceMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public Import.Kind kind() {
    return Import.Kind.XES;
  }

  @Override
  public void check(Path file) throws IOException {
    reader.check(file);
  }

  @Override
  public void record(Path file, LineDecisions decisions, Progress progress)
      throws IOException, InterruptedException {
    decisions.decide(ImportKinds.PROGRAMME, mapping.programme(), 1);
    try (var crew = new Crew(AT_ONCE)) {
      reader.read(
          file,
          new Lines<XesTrace>(
              progress, trace -> crew.submit(() -> decide(trace, decisions, progress))));
      crew.join();
    }
  }

  private void decide(XesTrace trace, LineDecisions decisions, Progress progress)
      throws InterruptedException {
    var history = mapping.history(trace, progress::skipped);
    if (history.isPresent()) {
      decisions.decide(ImportKinds.TRACE, history.get(), trace.line());
    }
    progress.decided();
  }
}
