package org.jalon.command.relay;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.StoredEvent;
import org.jalon.kernel.feed.HistoryForked;
import org.jalon.kernel.feed.kafka.BrokenTopic;
import org.jalon.kernel.feed.kafka.KafkaAccess;
import org.jalon.kernel.feed.kafka.RelayFormat;
import org.jalon.kernel.feed.kafka.RelayRecord;
import org.jalon.kernel.feed.kafka.RelayTopic;
import org.jalon.kernel.feed.kafka.TopicTail;
import org.jalon.kernel.feed.kafka.Watermark;

/**
 * A relay while nothing goes wrong: one transactional producer, which shuts out the one before it.
 * Each batch of events and the watermarks behind it are one transaction.
 */
final class Session implements AutoCloseable {

  private static final int REQUEST_MILLIS = 5_000;
  private static final int DELIVERY_MILLIS = 10_000;
  private static final int TRANSACTION_MILLIS = 15_000;

  private final Ledger ledger;
  private final RelayTopic topic;
  private final RelayOptions options;
  private final Producer<byte[], byte[]> producer;
  private final Standing standing;

  private Session(
      Ledger ledger,
      RelayTopic topic,
      RelayOptions options,
      Producer<byte[], byte[]> producer,
      Standing standing) {
    this.ledger = ledger;
    this.topic = topic;
    this.options = options;
    this.producer = producer;
    this.standing = standing;
  }

  /**
   * Takes over where the topic ends. Histories are compared before another relay is shut out, and
   * again when none can write any more.
   *
   * @throws HistoryForked if the topic was written from another history; nothing was written
   * @throws BrokenTopic if the topic is not set up as it must be
   * @throws org.apache.kafka.common.KafkaException if the brokers cannot be asked
   */
  static Session open(Ledger ledger, KafkaAccess access, RelayOptions options)
      throws InterruptedException {
    var topic = new RelayTopic(ledger.id());
    TopicSetup.ensure(access, topic, options);
    standing(ledger, access, topic);
    Producer<byte[], byte[]> producer = producer(access, topic);
    boolean opened = false;
    try {
      producer.initTransactions();
      Standing standing = standing(ledger, access, topic);
      var session = new Session(ledger, topic, options, producer, standing);
      if (standing.unopened()) {
        session.write(standing.openings(ledger.chainHashAt(0).orElseThrow()));
      }
      opened = true;
      return session;
    } finally {
      if (!opened) {
        producer.close(Duration.ZERO);
      }
    }
  }

  private static Producer<byte[], byte[]> producer(KafkaAccess access, RelayTopic topic) {
    Map<String, Object> settings = new HashMap<>(access.client());
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic.name() + ".relay");
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_MILLIS);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicSetup.RECORD_BYTES);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Standing standing(Ledger ledger, KafkaAccess access, RelayTopic topic) {
    List<Optional<RelayRecord>> newest;
    try (Consumer<byte[], byte[]> consumer = access.consumer()) {
      newest = TopicTail.last(consumer, topic, RelayRecord.class);
    }
    requirePartitions(topic, newest);
    newest.stream()
        .flatMap(Optional::stream)
        .forEach(r -> requireHistory(ledger, topic, r.position(), r.chainHash()));
    byte[] chainHash =
        ledger
            .chainHashAt(Standing.position(newest))
            .orElseThrow(() -> HistoryForked.ofTopic(topic.name(), Standing.position(newest)));
    return Standing.of(new RelayFormat(topic), newest, chainHash);
  }

  private static void requirePartitions(
      RelayTopic topic, List<? extends Optional<? extends RelayRecord>> newest) {
    boolean others =
        newest.stream()
            .flatMap(Optional::stream)
            .anyMatch(r -> r instanceof Watermark mark && mark.partitions() != newest.size());
    if (others) {
      throw new BrokenTopic(
          "topic %s was begun with other than %d partitions: subjects would change theirs; delete it and have it relayed anew"
              .formatted(topic.name(), newest.size()));
    }
  }

  private static void requireHistory(
      Ledger ledger, RelayTopic topic, long position, byte[] chainHash) {
    if (ledger.chainHashAt(position).filter(stored -> Arrays.equals(stored, chainHash)).isEmpty()) {
      throw HistoryForked.ofTopic(topic.name(), position);
    }
  }

  /** Up to here all partitions are whole. */
  long position() {
    return standing.position();
  }

  /**
   * Relays what follows, at most one batch, waiting a while for it. The ledger's history is
   * compared after events were read: had an older copy taken its place before, they are not
   * written.
   *
   * @return false if there was nothing
   * @throws HistoryForked if the ledger no longer holds what was relayed
   * @throws org.apache.kafka.common.KafkaException if the batch may not have been written; the
   *     session must be closed
   */
  boolean step() throws InterruptedException {
    ledger.awaitBeyond(standing.position(), options.poll());
    List<StoredEvent> events = ledger.read(standing.position(), options.batchEvents());
    requireHistory(ledger, topic, standing.position(), standing.chainHash());
    if (events.isEmpty()) {
      return false;
    }
    write(standing.records(wholeBatches(events)));
    return true;
  }

  /** Without the beginning of a batch that goes on, unless that is all there is. */
  private List<StoredEvent> wholeBatches(List<StoredEvent> events) {
    StoredEvent last = events.getLast();
    boolean whole =
        ledger.batchHolding(last.position()).stream()
            .anyMatch(b -> b.position() == last.position());
    List<StoredEvent> before =
        whole
            ? events
            : events.stream()
                .takeWhile(event -> !Arrays.equals(event.chainHash(), last.chainHash()))
                .toList();
    return before.isEmpty() ? events : before;
  }

  private void write(List<ProducerRecord<byte[], byte[]>> records) {
    producer.beginTransaction();
    // What fails here makes the commit fail.
    records.forEach(producer::send);
    producer.commitTransaction();
  }

  /** Leaves a transaction under way to whoever comes next, or to its time limit. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
