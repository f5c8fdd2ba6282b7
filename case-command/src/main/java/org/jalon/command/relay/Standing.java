package org.jalon.command.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jalon.command.ledger.StoredEvent;
import org.jalon.kernel.feed.kafka.RelayFormat;
import org.jalon.kernel.feed.kafka.RelayRecord;
import org.jalon.kernel.feed.kafka.RelayTopic;
import org.jalon.kernel.feed.kafka.RelayedEvent;
import org.jalon.kernel.feed.kafka.Watermark;

/** How far each partition is, and the records that take them further. */
final class Standing {

  /**
   * A partition up to its newest record.
   *
   * @param reached position up to which it holds what is its own
   * @param last position of its last event up to there
   * @param lastChainHash of the batch that holds that one
   */
  private record Part(long reached, long last, byte[] lastChainHash) {

    static final Part NOTHING = new Part(-1, 0, NO_CHAIN_HASH);

    static Part at(RelayRecord newest) {
      return new Part(newest.position(), newest.last(), newest.lastChainHash());
    }

    Part reaching(long position) {
      return new Part(position, last, lastChainHash);
    }
  }

  private static final byte[] NO_CHAIN_HASH = new byte[32];

  private final RelayFormat format;
  private final List<Part> parts;
  private long position;
  private byte[] chainHash;

  private Standing(RelayFormat format, List<Part> parts, long position, byte[] chainHash) {
    this.format = format;
    this.parts = new ArrayList<>(parts);
    this.position = position;
    this.chainHash = chainHash;
  }

  /**
   * Where a topic stands, told from its newest records.
   *
   * @param chainHash of the ledger at the position up to which all partitions are whole
   */
  static Standing of(
      RelayFormat format,
      List<? extends Optional<? extends RelayRecord>> newest,
      byte[] chainHash) {
    List<Part> parts =
        newest.stream().map(record -> record.map(Part::at).orElse(Part.NOTHING)).toList();
    return new Standing(format, parts, position(newest), chainHash);
  }

  /** The position up to which all partitions are whole. */
  static long position(List<? extends Optional<? extends RelayRecord>> newest) {
    return newest.stream()
        .mapToLong(record -> record.map(RelayRecord::position).orElse(0L))
        .min()
        .orElse(0);
  }

  long position() {
    return position;
  }

  byte[] chainHash() {
    return chainHash;
  }

  /** Whether a partition has not so much as the watermark that opens it. */
  boolean unopened() {
    return parts.stream().anyMatch(part -> part.reached() < 0);
  }

  /** What opens partitions: a watermark in each that has nothing. */
  List<ProducerRecord<byte[], byte[]>> openings(byte[] genesis) {
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    for (int partition = 0; partition < parts.size(); partition++) {
      if (parts.get(partition).reached() < 0) {
        parts.set(partition, Part.NOTHING.reaching(0));
        records.add(format.write(partition, mark(partition, 0, genesis)));
      }
    }
    return records;
  }

  /**
   * The records of the events that follow, without those that their partition has, and the marks.
   */
  List<ProducerRecord<byte[], byte[]>> records(List<StoredEvent> events) {
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    for (StoredEvent event : events) {
      String key = Subjects.key(event.tags());
      int partition = RelayTopic.partitionOf(key, parts.size());
      Part part = parts.get(partition);
      if (event.position() > part.reached()) {
        records.add(format.write(partition, key, relayed(event, part)));
        parts.set(partition, new Part(event.position(), event.position(), event.chainHash()));
      }
    }
    StoredEvent newest = events.getLast();
    records.addAll(marks(newest.position(), newest.chainHash()));
    position = newest.position();
    chainHash = newest.chainHash();
    return records;
  }

  private List<ProducerRecord<byte[], byte[]>> marks(long upTo, byte[] upToChain) {
    return IntStream.range(0, parts.size())
        .filter(partition -> parts.get(partition).reached() <= upTo)
        .mapToObj(
            partition -> {
              parts.set(partition, parts.get(partition).reaching(upTo));
              return format.write(partition, mark(partition, upTo, upToChain));
            })
        .toList();
  }

  private Watermark mark(int partition, long upTo, byte[] upToChain) {
    Part part = parts.get(partition);
    return new Watermark(upTo, part.last(), part.lastChainHash(), upToChain, parts.size());
  }

  private static RelayedEvent relayed(StoredEvent event, Part behind) {
    return new RelayedEvent(
        event.position(),
        behind.last(),
        behind.lastChainHash(),
        event.name(),
        Integer.parseInt(event.version()),
        event.effectiveDay(),
        event.recordedAt(),
        event.eventId(),
        event.tags().stream().map(tag -> new RelayedEvent.Tag(tag.key(), tag.value())).toList(),
        event.metadata(),
        event.clear(),
        event.sealed(),
        event.chainHash());
  }
}
