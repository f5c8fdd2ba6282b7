package org.jalon.command.importing.job;

import java.io.IOException;
import java.nio.file.Path;
import org.jalon.command.importing.ImportBounds;
import org.jalon.command.importing.PostMapping;
import org.jalon.command.importing.WorkforceLine;
import org.jalon.command.importing.WorkforceReader;

/**
 * A table of posts: its lines are decided one after the other, so that of two that do not go
 * together the first is recorded.
 */
final class WorkforceFile implements ImportFile {
  private final WorkforceReader reader = new WorkforceReader(ImportBounds.CSV);
  private final PostMapping mapping;

  WorkforceFile(PostMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public Import.Kind kind() {
    return Import.Kind.WORKFORCE;
  }

  @Override
  public void check(Path file) throws IOException {
    reader.check(file);
  }

  @Override
  public void record(Path file, LineDecisions decisions, Progress progress)
      throws IOException, InterruptedException {
    reader.read(
        file, new Lines<WorkforceLine>(progress, line -> decide(line, decisions, progress)));
  }

  private void decide(WorkforceLine line, LineDecisions decisions, Progress progress)
      throws InterruptedException {
    var post = mapping.post(line, progress::skipped);
    if (post.isPresent()) {
      decisions.decide(ImportKinds.POST, post.get(), line.line());
    }
    progress.decided();
  }
}
