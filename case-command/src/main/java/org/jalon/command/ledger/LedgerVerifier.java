package org.jalon.command.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.List;
import org.jalon.command.ledger.chain.Broken;
import org.jalon.command.ledger.chain.CheckpointFile;
import org.jalon.command.ledger.chain.ExportVerification;
import org.jalon.command.ledger.chain.Integrity;
import org.jalon.command.ledger.chain.Proof;
import org.jalon.command.ledger.chain.ProofFile;
import org.jalon.command.ledger.chain.Trust;
import org.jalon.command.ledger.chain.VerifierArguments;
import org.jalon.command.ledger.chain.VerifierProgress;

/**
 * Verifies an export, or the proof of one event, with nothing but a JDK: {@code java -cp <classes>
 * org.jalon.command.ledger.LedgerVerifier export.jsonl}. Ends with 0 when everything fits, 1 when
 * something does not, 2 when it cannot be read or the arguments are wrong.
 */
public final class LedgerVerifier {

  private static final int FITS = 0;
  private static final int BROKEN = 1;
  private static final int UNREADABLE = 2;

  private LedgerVerifier() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /**
   * Recomputes every hash of an export, one line at a time; sealed bytes are checked where they are
   * there, by their hash where not.
   *
   * @throws IOException if it cannot be read; what is read but wrong is in the answer
   */
  public static Integrity verify(InputStream export) throws IOException {
    return new ExportVerification(List.of(), Trust.inAnyKey(), true, _ -> {}).verify(export);
  }

  private static int run(String[] arguments) {
    try {
      VerifierArguments asked = VerifierArguments.of(arguments);
      if (asked.help()) {
        IO.println(VerifierArguments.USAGE);
        return FITS;
      }
      return asked.proof() ? proof(asked) : export(asked);
    } catch (IllegalArgumentException | DateTimeException e) {
      IO.println(e.getMessage());
      return UNREADABLE;
    } catch (IOException e) {
      IO.println("cannot read: " + e);
      return UNREADABLE;
    }
  }

  private static int proof(VerifierArguments asked) throws IOException {
    try (InputStream file = asked.input()) {
      Proof proof = ProofFile.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      String shown = proof.verify(asked.trust());
      IO.println("VERIFIED position %d%n%s".formatted(proof.event().position(), shown));
      return FITS;
    } catch (Broken e) {
      IO.println("BROKEN first at position %d: %s".formatted(e.position(), e.reason()));
      return BROKEN;
    }
  }

  private static int export(VerifierArguments asked) throws IOException {
    CheckpointFile known = asked.checkpoints();
    Trust trust = asked.trust();
    known.faults().forEach(fault -> IO.println("left out: " + fault));
    for (var checkpoint : known.checkpoints()) {
      if (!checkpoint.rightlySigned() || !trust.trusts(checkpoint)) {
        IO.println(
            "BROKEN: the checkpoint of position %d is not signed by key %s%s"
                .formatted(
                    checkpoint.position(),
                    checkpoint.keyId(),
                    trust.trusts(checkpoint) ? "" : " that was given"));
        return BROKEN;
      }
    }
    try (InputStream export = asked.input();
        VerifierProgress progress = new VerifierProgress(System.err)) {
      Integrity integrity =
          new ExportVerification(known.checkpoints(), trust, asked.toTheEnd(), progress)
              .verify(export);
      IO.println(report(integrity));
      return integrity.verified() ? FITS : BROKEN;
    }
  }

  private static String report(Integrity integrity) {
    String head =
        "head: position %d, chain hash %s, recorded %s"
            .formatted(
                integrity.head().position(),
                HexFormat.of().formatHex(integrity.head().chainHash()),
                integrity.head().recordedAt());
    return integrity.verified()
        ? "VERIFIED positions %d to %d%n%s%n%s"
            .formatted(integrity.from(), integrity.to(), head, integrity.reason())
        : "BROKEN first at position %d: %s"
            .formatted(integrity.firstBadPosition(), integrity.reason());
  }
}
