package org.jalon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jalon.command.ledger.LedgerVerifier;

/** Runs the verifier as an auditor does: a JVM with its classes and no other on the class path. */
public final class Verifying {

  private Verifying() {}

  /** What it printed, and {@code exit} with its exit code. */
  public static String run(String... arguments) throws Exception {
    Path classes =
        Path.of(LedgerVerifier.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path output = Files.createTempFile("verifier", ".txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes.toString(),
                LedgerVerifier.class.getName()));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return Files.readString(output) + "exit " + process.exitValue();
    } finally {
      Files.delete(output);
    }
  }
}
