package org.jalon.kernel.feed.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.jalon.kernel.LedgerId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The bytes of docs/relay-format.md, for ever. */
final class RelayFormatTest {

  private static final byte[] CHAIN = hash(7);

  private final RelayFormat format = new RelayFormat(new RelayTopic(LedgerId.MAIN));

  @Test
  void an_event_has_these_bytes() {
    ProducerRecord<byte[], byte[]> record = format.write(2, "case:c-1", event(bytes("S")));

    assertThat(record.topic()).isEqualTo("jalon.main.events");
    assertThat(record.partition()).isEqualTo(2);
    assertThat(record.timestamp()).isEqualTo(1_125_899_906_842_624L + 42);
    assertThat(record.key()).isEqualTo(bytes("case:c-1"));
    assertThat(HexFormat.of().formatHex(record.value()))
        .isEqualTo("00000002" + "7b7d" + "00000001" + "53");
    assertThat(headers(record))
        .containsExactly(
            "jalon-format=1",
            "jalon-ledger=main",
            "jalon-kind=event",
            "jalon-position=42",
            "jalon-previous=40",
            "jalon-previous-chain=" + text(hash(6)),
            "jalon-name=CaseOpened",
            "jalon-version=3",
            "jalon-day=2026-03-01",
            "jalon-recorded-at=1772366400000001",
            "jalon-event-id=00000000-0000-0001-0000-000000000002",
            "jalon-tags=\0\0\0\4case\0\0\0\3c-1\0\0\0\11household\0\0\0\1h",
            "jalon-metadata=\0\0\0\5actor\0\0\0\2al\0\0\0\1b\0\0\0\2é",
            "jalon-chain=" + text(CHAIN));
  }

  @Test
  void a_watermark_has_these_bytes() {
    ProducerRecord<byte[], byte[]> record =
        format.write(1, new Watermark(42, 40, hash(6), CHAIN, 12));

    assertThat(record.timestamp()).isEqualTo(1_125_899_906_842_624L + 42);
    assertThat(Optional.ofNullable(record.key())).isEmpty();
    assertThat(Optional.ofNullable(record.value())).isEmpty();
    assertThat(headers(record))
        .containsExactly(
            "jalon-format=1",
            "jalon-ledger=main",
            "jalon-kind=watermark",
            "jalon-position=42",
            "jalon-last=40",
            "jalon-last-chain=" + text(hash(6)),
            "jalon-partitions=12",
            "jalon-chain=" + text(CHAIN));
  }

  @Test
  void what_is_written_is_read_again() {
    for (byte[] sealed : new byte[][] {bytes("[box]"), new byte[0], null}) {
      RelayedEvent event = event(sealed);

      assertThat(format.read(received(format.write(2, "k", event))))
          .usingRecursiveComparison()
          .isEqualTo(event);
    }
    var mark = new Watermark(9, 0, hash(0), CHAIN, 3);
    assertThat(format.read(received(format.write(0, mark))))
        .usingRecursiveComparison()
        .isEqualTo(mark);
  }

  @Test
  void what_is_not_of_the_format_or_ledger_is_refused() {
    var other = new RelayFormat(new RelayTopic(new LedgerId("other")));
    var cut = received(format.write(2, "k", event(null)));
    cut.headers().remove("jalon-tags").add("jalon-tags", new byte[] {0, 0, 0, 9, 1});
    var unknown = received(format.write(2, "k", event(null)));
    unknown.headers().remove("jalon-format").add("jalon-format", bytes("2"));

    refused(() -> other.read(received(format.write(2, "k", event(null)))), "'main' where 'other'");
    refused(() -> format.read(cut), "is cut");
    refused(() -> format.read(unknown), "'2' where '1'");
  }

  @Test
  void a_key_stays_in_its_partition_for_ever() {
    assertThat(Stream.of("case:c-1", "case:c-2", "post:p-1", "none", "case:é"))
        .extracting(key -> RelayTopic.partitionOf(key, 12))
        .containsExactly(4, 10, 4, 8, 2);
  }

  private static void refused(Runnable reading, String why) {
    assertThatExceptionOfType(BrokenTopic.class)
        .isThrownBy(reading::run)
        .withMessageContaining(why)
        .withMessageContaining("offset 5 of partition");
  }

  private static RelayedEvent event(byte @Nullable [] sealed) {
    return new RelayedEvent(
        42,
        40,
        hash(6),
        "CaseOpened",
        3,
        LocalDate.of(2026, 3, 1),
        Instant.parse("2026-03-01T12:00:00.000001Z"),
        new UUID(1, 2),
        List.of(new RelayedEvent.Tag("case", "c-1"), new RelayedEvent.Tag("household", "h")),
        Map.of("b", "é", "actor", "al"),
        bytes("{}"),
        sealed,
        CHAIN);
  }

  private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
    return new ConsumerRecord<>(
        sent.topic(),
        sent.partition(),
        5,
        sent.timestamp(),
        TimestampType.CREATE_TIME,
        0,
        0,
        sent.key(),
        sent.value(),
        sent.headers(),
        Optional.empty());
  }

  private static List<String> headers(ProducerRecord<byte[], byte[]> record) {
    return Arrays.stream(record.headers().toArray())
        .map((Header header) -> header.key() + "=" + text(header.value()))
        .toList();
  }

  private static byte[] hash(int last) {
    byte[] hash = new byte[32];
    hash[31] = (byte) last;
    return hash;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
