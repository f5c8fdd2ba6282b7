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
   */
  private record Part(long reached, long last) {}

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
        newest.stream()
            .map(
                record ->
                    record
                        .map(known -> new Part(known.position(), known.last()))
                        .orElse(new Part(-1, 0)))
            .toList();
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
        parts.set(partition, new Part(0, 0));
        records.add(
            format.write(partition, new Watermark(0, 0, genesis, 0, genesis, parts.size())));
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
        records.add(format.write(partition, key, relayed(event, part.last())));
        parts.set(partition, new Part(event.position(), event.position()));
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
              long last = parts.get(partition).last();
              parts.set(partition, new Part(upTo, last));
              return format.write(
                  partition,
                  new Watermark(upTo, last, upToChain, position, chainHash, parts.size()));
            })
        .toList();
  }

  private static RelayedEvent relayed(StoredEvent event, long previous) {
    return new RelayedEvent(
        event.position(),
        previous,
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
