package org.jalon.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;

/** A Kafka broker that is its own controller; ends at once when its parent does. */
final class BrokerProgram {

  private BrokerProgram() {}

  /**
   * @param args file of settings, then directory of data
   */
  public static void main(String[] args) {
    Thread.ofPlatform().daemon().start(BrokerProgram::endWithParent);
    if (!Files.exists(Path.of(args[1], "meta.properties"))) {
      String[] format = {"format", "-t", Uuid.randomUuid().toString(), "-c", args[0]};
      int failed = kafka.tools.StorageTool.execute(format, System.out);
      if (failed != 0) {
        throw new IllegalStateException("the data directory cannot be formatted");
      }
    }
    kafka.Kafka.main(new String[] {args[0]});
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nobody says anything; the end of the pipe counts.
      }
    } catch (IOException _) {
      // As the end.
    }
    Runtime.getRuntime().halt(0);
  }
}
