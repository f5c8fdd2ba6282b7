package org.jalon.command.ledger.chain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the verifier was asked on its command line.
 *
 * @param file null for the standard input
 * @param proof whether the file is the proof of one event
 * @param toTheEnd whether the export should reach every checkpoint
 */
public record VerifierArguments(
    @Nullable Path file,
    boolean proof,
    boolean help,
    boolean toTheEnd,
    CheckpointFile checkpoints,
    Trust trust) {

  public static final String USAGE =
      """
      usage: LedgerVerifier [--checkpoint FILE]... [--key KEY]... [--range] EXPORT
             LedgerVerifier proof [--key KEY]... PROOF

      Verifies an export of a ledger (GET /api/ledger/export), or the proof that one event belongs to
      it (GET /api/ledger/proof/POSITION). A file named - is the standard input.

        --checkpoint FILE  signed checkpoints kept elsewhere, one line of JSON each: they show whether
                           the tail was cut or everything rewritten
        --key KEY          public key that signatures must be of: a file, or its text in base64; may be
                           given again. Without it, a signature shows only that nothing was damaged
        --range            the export was asked for up to a position only: checkpoints beyond its end
                           are no cut tail

      Ends with 0 when everything fits, 1 when something does not (and names the first bad position),
      2 when a file cannot be read or the arguments are wrong.\
      """;

  /**
   * @throws IllegalArgumentException if they cannot be understood; says how to ask
   * @throws IOException if a file named cannot be read
   */
  public static VerifierArguments of(String... arguments) throws IOException {
    return new Reading(arguments).read();
  }

  /** The file, opened. */
  public InputStream input() throws IOException {
    return file == null ? System.in : Files.newInputStream(file);
  }

  private static final class Reading {

    private final String[] arguments;
    private int at;
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<byte[]> keys = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private boolean help;
    private boolean range;

    Reading(String[] arguments) {
      this.arguments = arguments;
    }

    VerifierArguments read() throws IOException {
      boolean proof = arguments.length > 0 && arguments[0].equals("proof");
      for (at = proof ? 1 : 0; at < arguments.length; at++) {
        option(arguments[at]);
      }
      if (!help && files.size() != 1) {
        throw wrong(files.isEmpty() ? "no file was named" : "one file at a time: " + files);
      }
      Path file = help || files.getFirst().equals("-") ? null : Path.of(files.getFirst());
      return new VerifierArguments(
          file,
          proof,
          help,
          !range,
          new CheckpointFile(List.copyOf(checkpoints), List.copyOf(faults)),
          new Trust(List.copyOf(keys)));
    }

    private void option(String argument) throws IOException {
      switch (argument) {
        case "--help", "-h" -> help = true;
        case "--range" -> range = true;
        case "--checkpoint" -> checkpoints(value());
        case "--key" -> keys.add(key(value()));
        default -> {
          if (argument.startsWith("--")) {
            throw wrong("there is no option " + argument);
          }
          files.add(argument);
        }
      }
    }

    private String value() {
      if (++at >= arguments.length) {
        throw wrong(arguments[at - 1] + " wants a value");
      }
      return arguments[at];
    }

    private void checkpoints(String file) throws IOException {
      CheckpointFile read = CheckpointFile.read(Path.of(file));
      if (read.checkpoints().isEmpty()) {
        throw new IllegalArgumentException(
            "%s holds no checkpoint. %s".formatted(file, String.join("\n", read.faults())));
      }
      checkpoints.addAll(read.checkpoints());
      faults.addAll(read.faults());
    }

    private static byte[] key(String given) throws IOException {
      boolean isFile = Files.isRegularFile(Path.of(given));
      String text = isFile ? Files.readString(Path.of(given), StandardCharsets.US_ASCII) : given;
      try {
        return Base64.getDecoder()
            .decode(text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
      } catch (IllegalArgumentException e) {
        throw wrong("%s is neither a file nor a public key in base64 (X.509)".formatted(given));
      }
    }

    private static IllegalArgumentException wrong(String what) {
      return new IllegalArgumentException("%s%n%n%s".formatted(what, USAGE));
    }
  }
}
