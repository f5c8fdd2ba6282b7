package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.sealed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jalon.command.ledger.chain.Integrity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export proves itself, with sealed bytes and without, on any JDK. */
class ExportTest {

  private final TestLedger database = new TestLedger();
  private final Ledger ledger = database.open();

  @BeforeEach
  void twoBatches() {
    append(ledger, event("Opened", ANA), sealed("Told", "geheim", ANA));
    append(ledger, sealed("Ended", "privat", ANA));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void verifiesWithSealedBytes() throws Exception {
    Integrity integrity = verify(export(1, Long.MAX_VALUE, true));

    assertThat(integrity.verified()).as(integrity.reason()).isTrue();
    assertThat(integrity.to()).isEqualTo(3);
    assertThat(integrity.head().chainHash()).isEqualTo(ledger.head().chainHash());
    assertThat(integrity.reason()).contains("checked for 2").contains("checkpoint");
  }

  @Test
  void verifiesWithoutSealedBytes() throws Exception {
    String export = export(1, Long.MAX_VALUE, false);

    assertThat(export).doesNotContain("\"sealed\"");
    Integrity integrity = verify(export);
    assertThat(integrity.verified()).as(integrity.reason()).isTrue();
    assertThat(integrity.reason()).contains("by their hash only for 2");
  }

  @Test
  void verifiesARangeTakingWhatWasBeforeForGranted() throws Exception {
    Integrity integrity = verify(export(3, 3, true));

    assertThat(integrity.verified()).as(integrity.reason()).isTrue();
    assertThat(integrity.from()).isEqualTo(3);
  }

  @Test
  void theIndexOfTagsCanBeStrippedFromNoEvent() throws Exception {
    String rows = ",\"index\":\"[^\"]*\"";
    String export = export(1, Long.MAX_VALUE, true);
    List<String> lines = export.lines().toList();

    assertThat(verify(export).reason()).contains("The index of tags fits");
    assertThat(verify(stripped(lines, 2, rows)).firstBadPosition()).isEqualTo(1);
    assertThat(verify(stripped(lines, 3, rows)).firstBadPosition()).isEqualTo(2);
    assertThat(verify(export.replaceAll(rows, "")).firstBadPosition()).isEqualTo(1);
    List<String> old =
        export.replaceAll(rows, "").replaceAll(",\"leaves\":\"[^\"]*\"", "").lines().toList();
    String before = stripped(old, 0, ",\"root\":\"[^\"]*\"");
    assertThat(verify(before).verified()).as("from before there was an index").isTrue();
    List<String> mixed = new ArrayList<>(before.lines().toList());
    mixed.set(3, mixed.get(3).replace("}", ",\"index\":\"\"}"));
    assertThat(verify(String.join("\n", mixed)).firstBadPosition()).isEqualTo(2);
  }

  @Test
  void anExportOfNothingVerifies() throws Exception {
    Integrity integrity = verify(export(0, 0, true));

    assertThat(integrity.verified()).as(integrity.reason()).isTrue();
    assertThat(integrity.to()).isZero();
    assertThat(integrity.reason()).contains("0 events in 0 batches");
  }

  @Test
  void namesTheFirstBadPosition() throws Exception {
    List<String> lines = export(1, Long.MAX_VALUE, true).lines().toList();

    assertThat(verify(without(lines, 2)).firstBadPosition()).isEqualTo(1);
    assertThat(verify(without(lines, 3)).firstBadPosition()).isEqualTo(2);
    assertThat(verify(without(lines, 4)).firstBadPosition()).isEqualTo(3);
    assertThat(verify(without(lines, lines.size() - 1)).firstBadPosition()).isEqualTo(4);
    assertThat(verify(changed(lines, 3, "Told#1", "Sold#1")).firstBadPosition()).isEqualTo(2);
    assertThat(verify(changed(lines, 5, "Ended#1", "Bnded#1")).firstBadPosition()).isEqualTo(3);
    assertThat(verify(changed(lines, 3, "\"sealed\":\"Z", "\"sealed\":\"Y")).firstBadPosition())
        .isEqualTo(2);
    assertThat(verify(changed(lines, 0, "\"test_", "\"text_")).firstBadPosition()).isZero();
    assertThat(verify(changed(lines, 5, "{", "[")).firstBadPosition()).isEqualTo(3);
    assertThat(verify("").verified()).isFalse();
  }

  @Test
  void theVerifierNeedsTheJdkAlone(@TempDir Path directory) throws Exception {
    Path export = directory.resolve("export.jsonl");
    Files.writeString(export, export(1, Long.MAX_VALUE, false));

    assertThat(run(directory, export)).contains("VERIFIED positions 1 to 3").contains("exit 0");
    Files.writeString(export, Files.readString(export).replace("Ended#1", "Bnded#1"));
    assertThat(run(directory, export)).contains("BROKEN first at position 3").contains("exit 1");
  }

  private static String run(Path directory, Path export) throws Exception {
    Path classes =
        Path.of(LedgerVerifier.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes.toString(),
                LedgerVerifier.class.getName(),
                export.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output) + "exit " + process.exitValue();
  }

  private String export(long from, long to, boolean withSealed) {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    ledger.audit().export(from, to, withSealed, target);
    return target.toString(StandardCharsets.UTF_8);
  }

  private static Integrity verify(String export) throws IOException {
    return LedgerVerifier.verify(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)));
  }

  private static String without(List<String> lines, int index) {
    List<String> fewer = new ArrayList<>(lines);
    fewer.remove(index);
    return String.join("\n", fewer);
  }

  private static String stripped(List<String> lines, int index, String field) {
    List<String> stripped = new ArrayList<>(lines);
    stripped.set(index, lines.get(index).replaceFirst(field, ""));
    assertThat(stripped).isNotEqualTo(lines);
    return String.join("\n", stripped);
  }

  private static String changed(List<String> lines, int index, String from, String to) {
    List<String> changed = new ArrayList<>(lines);
    assertThat(changed.get(index)).contains(from);
    changed.set(index, changed.get(index).replace(from, to));
    return String.join("\n", changed);
  }
}
