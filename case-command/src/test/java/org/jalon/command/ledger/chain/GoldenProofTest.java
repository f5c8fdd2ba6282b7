package org.jalon.command.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Golden vectors of checkpoints, paths and proofs; computed by another program, whose Ed25519 key
 * has the secret 00 01 02 to 1f.
 */
class GoldenProofTest {

  @Test
  void whatIsSignedIsSignedSoForEver() throws Exception {
    Checkpoint checkpoint =
        ExportLine.read(golden("golden-checkpoint.jsonl").strip()).asCheckpoint();

    assertThat(checkpoint.keyId()).isEqualTo("a050837d85070582ccf7394b0988847c");
    assertThat(checkpoint.signedBytes()).hasSize(125);
    assertThat(hex(Hash.of(checkpoint.signedBytes())))
        .isEqualTo("615cf08f3e5e82e1cd9b2776caf95cc8b1bfef9b08d3dea01e98da6afb04c805");
    assertThat(checkpoint.rightlySigned()).isTrue();
    assertThat(ExportLine.checkpoint(checkpoint).json() + "\n")
        .isEqualTo(golden("golden-checkpoint.jsonl"));
  }

  @Test
  void aCheckpointIsSignedInEveryField() throws Exception {
    Checkpoint it = ExportLine.read(golden("golden-checkpoint.jsonl").strip()).asCheckpoint();
    byte[] key = it.publicKey();
    byte[] other = key.clone();
    other[other.length - 1] ^= 1;

    assertThat(
            List.of(
                new Checkpoint("mian", 2, it.chain(), it.signedAt(), key, it.signature()),
                new Checkpoint("main", 3, it.chain(), it.signedAt(), key, it.signature()),
                new Checkpoint("main", 2, Hash.of(key), it.signedAt(), key, it.signature()),
                new Checkpoint("main", 2, it.chain(), it.signedAt() + 1, key, it.signature()),
                new Checkpoint("main", 2, it.chain(), it.signedAt(), other, it.signature()),
                new Checkpoint("main", 2, it.chain(), it.signedAt(), key, new byte[64]),
                new Checkpoint("main", 2, it.chain(), it.signedAt(), new byte[3], it.signature())))
        .noneMatch(Checkpoint::rightlySigned);
  }

  @Test
  void pathsFollowRfc9162() throws Exception {
    byte[] leaves = new byte[7 * Hash.LENGTH];
    for (int i = 0; i < 7; i++) {
      System.arraycopy(leaf(i), 0, leaves, i * Hash.LENGTH, Hash.LENGTH);
    }

    assertThat(joined(InclusionPath.of(leaves, 4)))
        .isEqualTo("3ffbacc3391cf29febcfc9a40405226145eb2a606f08aa07780dc0b5c6806a05");
    assertThat(joined(InclusionPath.of(leaves, 6)))
        .isEqualTo("f6e8371add524f421a0aa4323db2de5482e4fd9514e19c73ebddafaec27105f9");
    assertThat(hex(InclusionPath.root(leaf(4), 4, 7, InclusionPath.of(leaves, 4))))
        .isEqualTo("3560191803028444b232018ac047fdb561c09c23a7a6876c85e08b5e4d48e9f3");
    assertThatThrownBy(() -> InclusionPath.of(leaves, 7))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProofIsVerified() throws Exception {
    Proof proof = ProofFile.read(golden("golden-proof.json"));

    assertThat(
            proof.verify(
                new Trust(List.of(Objects.requireNonNull(proof.checkpoint()).publicKey()))))
        .contains("leaf 0 of 2")
        .contains("1 batches before the checkpoint of position 5")
        .contains("against the key given");
    byte[] other = new byte[44];
    assertThatThrownBy(() -> proof.verify(new Trust(List.of(other))))
        .isInstanceOf(Broken.class)
        .hasMessageContaining("not signed by key");
  }

  @Test
  void noValueOfAProofCanBeChanged() throws Exception {
    String golden = golden("golden-proof.json");
    List<String> lines = golden.lines().toList();
    int changed = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int value = line.indexOf(": ");
      if (value < 0
          || line.contains("leafIndex")
          || line.contains("treeSize")
          || line.contains("\"signedAt\"")
          || line.contains("\"key\"")
          || line.endsWith("{")
          || line.endsWith("[")) {
        continue;
      }
      int at = value + (line.charAt(value + 2) == '"' ? 4 : 2);
      char other = line.charAt(at) == '1' ? '2' : '1';
      String altered = line.substring(0, at) + other + line.substring(at + 1);
      if (line.contains("checkpoint") || line.contains("\"ledger\"") && i > 10) {
        continue;
      }
      String json = golden.replace(line, altered);
      assertThat(verifies(json)).as(altered).isFalse();
      changed++;
    }
    assertThat(changed).isGreaterThan(20);
  }

  private static boolean verifies(String json) {
    try {
      ProofFile.read(json).verify(Trust.inAnyKey());
      return true;
    } catch (Broken | IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  private static byte[] leaf(int i) {
    return new Hash().raw((byte) 0).raw((byte) i).done();
  }

  private static String joined(List<byte[]> path) {
    Hash hash = new Hash();
    path.forEach(hash::raw);
    return hex(hash.done());
  }

  private static String golden(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(GoldenProofTest.class.getResourceAsStream("/ledger/" + name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
