package org.jalon.kernel.feed.kafka;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The records of the topic as bytes, format 1. A record's timestamp is 2^50 plus its position, so
 * that Kafka's own index of times finds a position, and never the marks of transactions, which
 * carry the time of day.
 */
public final class RelayFormat {

  private static final long TIMESTAMP_OF_START = 1L << 50;
  private static final String FORMAT = "1";
  private static final String EVENT = "event";
  private static final String WATERMARK = "watermark";

  private final RelayTopic topic;

  /** The format of one topic. */
  public RelayFormat(RelayTopic topic) {
    this.topic = topic;
  }

  /**
   * @param key names the subject whose order is kept
   */
  public ProducerRecord<byte[], byte[]> write(int partition, String key, RelayedEvent event) {
    byte[] sealed = event.sealed();
    byte[] value =
        Fields.join(sealed == null ? List.of(event.clear()) : List.of(event.clear(), sealed));
    var record = record(partition, event.position(), key.getBytes(StandardCharsets.UTF_8), value);
    Headers headers = record.headers();
    text(headers, "jalon-kind", EVENT);
    text(headers, "jalon-position", event.position());
    text(headers, "jalon-previous", event.previous());
    headers.add("jalon-previous-chain", event.previousChainHash());
    text(headers, "jalon-name", event.name());
    text(headers, "jalon-version", event.version());
    text(headers, "jalon-day", event.day());
    text(
        headers, "jalon-recorded-at", ChronoUnit.MICROS.between(Instant.EPOCH, event.recordedAt()));
    text(headers, "jalon-event-id", event.eventId());
    headers.add(
        "jalon-tags",
        Fields.joinTexts(event.tags().stream().flatMap(tag -> Stream.of(tag.key(), tag.value()))));
    headers.add(
        "jalon-metadata",
        Fields.joinTexts(
            new TreeMap<>(event.metadata())
                .entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue()))));
    headers.add("jalon-chain", event.chainHash());
    return record;
  }

  /** The timestamp of what is at a position; later ones have a later one. */
  static long timestamp(long position) {
    return TIMESTAMP_OF_START + position;
  }

  /** A watermark for one partition. */
  public ProducerRecord<byte[], byte[]> write(int partition, Watermark mark) {
    var record = record(partition, mark.position(), null, null);
    Headers headers = record.headers();
    text(headers, "jalon-kind", WATERMARK);
    text(headers, "jalon-position", mark.position());
    text(headers, "jalon-last", mark.last());
    headers.add("jalon-last-chain", mark.lastChainHash());
    text(headers, "jalon-partitions", mark.partitions());
    headers.add("jalon-chain", mark.chainHash());
    return record;
  }

  /**
   * @throws BrokenTopic if it is no record of this format and ledger
   */
  public RelayRecord read(ConsumerRecord<byte[], byte @Nullable []> record) {
    try {
      Headers headers = record.headers();
      require(text(headers, "jalon-format"), FORMAT);
      require(text(headers, "jalon-ledger"), topic.ledger().value());
      return switch (text(headers, "jalon-kind")) {
        case EVENT -> event(headers, record.value());
        case WATERMARK -> watermark(headers);
        case String other -> throw new IllegalArgumentException("the kind " + other);
      };
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new BrokenTopic(
          "the record at offset %d of partition %d of %s is not of format %s (%s); find out who wrote it, then delete the topic and have it relayed anew"
              .formatted(record.offset(), record.partition(), topic.name(), FORMAT, e.getMessage()),
          e);
    }
  }

  private static RelayedEvent event(Headers headers, byte @Nullable [] value) {
    if (value == null) {
      throw new IllegalArgumentException("an event without a value");
    }
    List<byte[]> payload = Fields.split(value);
    if (payload.isEmpty() || payload.size() > 2) {
      throw new IllegalArgumentException("a value of %d fields".formatted(payload.size()));
    }
    return new RelayedEvent(
        number(headers, "jalon-position"),
        number(headers, "jalon-previous"),
        bytes(headers, "jalon-previous-chain"),
        text(headers, "jalon-name"),
        Math.toIntExact(number(headers, "jalon-version")),
        LocalDate.parse(text(headers, "jalon-day")),
        Instant.EPOCH.plus(number(headers, "jalon-recorded-at"), ChronoUnit.MICROS),
        UUID.fromString(text(headers, "jalon-event-id")),
        tags(bytes(headers, "jalon-tags")),
        metadata(bytes(headers, "jalon-metadata")),
        payload.getFirst(),
        payload.size() == 2 ? payload.getLast() : null,
        bytes(headers, "jalon-chain"));
  }

  private static Watermark watermark(Headers headers) {
    return new Watermark(
        number(headers, "jalon-position"),
        number(headers, "jalon-last"),
        bytes(headers, "jalon-last-chain"),
        bytes(headers, "jalon-chain"),
        Math.toIntExact(number(headers, "jalon-partitions")));
  }

  private static List<RelayedEvent.Tag> tags(byte[] stored) {
    List<String> texts = Fields.splitPairs(stored);
    var tags = new ArrayList<RelayedEvent.Tag>();
    for (int i = 0; i < texts.size(); i += 2) {
      tags.add(new RelayedEvent.Tag(texts.get(i), texts.get(i + 1)));
    }
    return List.copyOf(tags);
  }

  private static Map<String, String> metadata(byte[] stored) {
    List<String> texts = Fields.splitPairs(stored);
    var metadata = new HashMap<String, String>();
    for (int i = 0; i < texts.size(); i += 2) {
      metadata.put(texts.get(i), texts.get(i + 1));
    }
    return Map.copyOf(metadata);
  }

  private ProducerRecord<byte[], byte[]> record(
      int partition, long position, byte @Nullable [] key, byte @Nullable [] value) {
    var record = new ProducerRecord<>(topic.name(), partition, timestamp(position), key, value);
    text(record.headers(), "jalon-format", FORMAT);
    text(record.headers(), "jalon-ledger", topic.ledger());
    return record;
  }

  private static void require(String found, String expected) {
    if (!found.equals(expected)) {
      throw new IllegalArgumentException("'%s' where '%s' belongs".formatted(found, expected));
    }
  }

  private static void text(Headers headers, String name, Object value) {
    headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static long number(Headers headers, String name) {
    return Long.parseLong(text(headers, name));
  }

  private static String text(Headers headers, String name) {
    return new String(bytes(headers, name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    if (header == null || header.value() == null) {
      throw new IllegalArgumentException("the header %s is missing".formatted(name));
    }
    return header.value();
  }
}
