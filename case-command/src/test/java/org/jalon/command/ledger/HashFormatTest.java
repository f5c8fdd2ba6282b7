package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jalon.command.ledger.chain.Chain;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.Hash;
import org.jalon.command.ledger.chain.MerkleTree;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Golden vectors: what was hashed once is hashed so for ever. They were computed by another program
 * (docs/ledger-format.md), not by the code under test.
 */
class HashFormatTest {

  private static final String GENESIS =
      "c23f71e75aabebbf2e2a68996728bd67f4858a2ed48d37b87a68c3f594bf4b8c";
  private static final String LEAF =
      "8d49050f042624fef8651b81575365998b47f2a2ff1c0fe05a7e7860b26c9da9";
  private static final String SEALED_LEAF =
      "98b18f121cee62c025f3be08428444b53184b58f2e3376dfc3420e6eeff0465a";
  private static final String ROOT_OF_TWO =
      "a20bf9a7cc2dc8a08f5f415a71b19f6ac427bab54d24eec868b5d3103449953a";
  private static final String ROOT_OF_SEVEN =
      "3560191803028444b232018ac047fdb561c09c23a7a6876c85e08b5e4d48e9f3";
  private static final String CHAIN =
      "d681d76c6279d962365c6c1152a20ddb9e9a8d2f648d4dd51183fa1ddbf19cea";
  private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final long RECORDED_AT = 1_772_366_400_123_456L;

  @Test
  void genesisHoldsTheLedgerId() {
    assertThat(hex(Chain.genesis("main"))).isEqualTo(GENESIS);
    assertThat(Chain.genesis("other")).isNotEqualTo(Chain.genesis("main"));
  }

  @Test
  void leafCoversEveryStoredByte() {
    assertThat(hex(event(null).leafHash())).isEqualTo(LEAF);
  }

  @Test
  void leafHoldsTheHashOfWhatIsSealedInsteadOfTheBytes() {
    EventRow sealed = event("geheim".getBytes(StandardCharsets.UTF_8));

    assertThat(hex(sealed.leafHash())).isEqualTo(SEALED_LEAF);
    assertThat(without(sealed).leafHash()).isEqualTo(sealed.leafHash());
  }

  @Test
  void rootsFollowRfc9162() {
    assertThat(hex(new MerkleTree().root()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(hex(tree(1).root())).isEqualTo(hex(leaf(0)));
    assertThat(hex(tree(2).root())).isEqualTo(ROOT_OF_TWO);
    assertThat(hex(tree(7).root())).isEqualTo(ROOT_OF_SEVEN);
  }

  @Test
  void chainFollowsTheBatchBefore() {
    byte[] chain = Chain.next("main", Chain.genesis("main"), 1, 2, RECORDED_AT, tree(2).root());

    assertThat(hex(chain)).isEqualTo(CHAIN);
  }

  @Test
  void tagsAreSortedAndMetadataToo() {
    byte[] tags = TagBytes.write(List.of(new EventTag("b", "ü"), new EventTag("a", "1")));

    assertThat(hex(tags)).isEqualTo("000000016100000001310000000162" + "00000002c3bc");
    assertThat(TagBytes.read(tags)).containsExactly(new EventTag("a", "1"), new EventTag("b", "ü"));
    assertThat(MetadataBytes.write(Map.of("b", "\"\n", "a", "é")))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"a\":\"é\",\"b\":\"\\\"\\u000a\"}");
    assertThat(MetadataBytes.read(MetadataBytes.write(Map.of("b", "\"\n\\\ud800"))))
        .isEqualTo(Map.of("b", "\"\n\\\ud800"));
  }

  @Test
  void hashesOfTagsAreTheHeadOfAHash() {
    assertThat(TagHashes.SHA_256.tag(new EventTag("case", "c-1"))).isEqualTo(7118939884286006491L);
    assertThat(TagHashes.SHA_256.type("CaseOpened")).isEqualTo(-2471630648185915628L);
  }

  private static EventRow event(byte @Nullable [] sealed) {
    return new EventRow(
        1,
        "CaseOpened#1",
        20_513,
        RECORDED_AT,
        ID,
        TagBytes.write(List.of(new EventTag("case", "c-1"))),
        MetadataBytes.write(Map.of("actor", "local")),
        "{}".getBytes(StandardCharsets.UTF_8),
        sealed,
        sealed == null ? null : Hash.of(sealed));
  }

  private static EventRow without(EventRow row) {
    return new EventRow(
        row.position(),
        row.type(),
        row.effectiveDay(),
        row.recordedAt(),
        row.id(),
        row.tags(),
        row.metadata(),
        row.payload(),
        null,
        row.sealedHash());
  }

  private static MerkleTree tree(int leaves) {
    MerkleTree tree = new MerkleTree();
    for (int i = 0; i < leaves; i++) {
      tree.add(leaf(i));
    }
    return tree;
  }

  private static byte[] leaf(int i) {
    return new Hash().raw((byte) 0).raw((byte) i).done();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
