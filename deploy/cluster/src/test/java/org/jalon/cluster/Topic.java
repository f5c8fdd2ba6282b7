package org.jalon.cluster;

import static org.apache.kafka.common.IsolationLevel.READ_COMMITTED;
import static org.apache.kafka.common.IsolationLevel.READ_UNCOMMITTED;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.feed.kafka.KafkaAccess;
import org.jalon.kernel.feed.kafka.RelayFormat;
import org.jalon.kernel.feed.kafka.RelayRecord;
import org.jalon.kernel.feed.kafka.RelayTopic;

/** A ledger's topic as it lies in the broker: read, written and deleted by hand. */
final class Topic {

  private static final long SECONDS = 30;

  private final RelayTopic topic;
  private final KafkaAccess access = Broker.shared().access();

  Topic(LedgerId ledger) {
    topic = new RelayTopic(ledger);
  }

  RelayFormat format() {
    return new RelayFormat(topic);
  }

  /** Creates it as the relay would, but for what is said otherwise. */
  void create(int partitions, Map<String, String> otherwise) throws Exception {
    Map<String, String> configs =
        new HashMap<>(
            Map.of(
                "retention.ms", "-1",
                "retention.bytes", "-1",
                "message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE),
                "max.message.bytes", "16777216"));
    configs.putAll(otherwise);
    try (Admin admin = Admin.create(access.client())) {
      var wanted = new NewTopic(topic.name(), Optional.of(partitions), Optional.empty());
      admin.createTopics(List.of(wanted.configs(configs))).all().get(SECONDS, TimeUnit.SECONDS);
    }
  }

  void widen(int partitions) throws Exception {
    try (Admin admin = Admin.create(access.client())) {
      admin
          .createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(partitions)))
          .all()
          .get(SECONDS, TimeUnit.SECONDS);
    }
  }

  void delete() throws Exception {
    try (Admin admin = Admin.create(access.client())) {
      admin.deleteTopics(List.of(topic.name())).all().get(SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Writes records without a transaction, in this order. */
  void write(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            access.client(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (ProducerRecord<byte[], byte[]> record : records) {
        producer.send(record).get(SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  /** Leaves records behind in a transaction that is aborted. */
  void abort(List<ProducerRecord<byte[], byte[]>> records) {
    Map<String, Object> settings = new HashMap<>(access.client());
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic.name() + ".aborting");
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      records.forEach(producer::send);
      producer.flush();
      producer.abortTransaction();
    }
  }

  /** Writes what is there once more behind it. */
  void repeat() throws Exception {
    write(
        raw().stream()
            .map(
                r ->
                    new ProducerRecord<>(
                        r.topic(), r.partition(), r.timestamp(), r.key(), r.value(), r.headers()))
            .toList());
  }

  /** Everything committed, by partition. */
  List<List<RelayRecord>> records(int partitions) {
    var raw = raw();
    return IntStream.range(0, partitions)
        .mapToObj(
            partition ->
                raw.stream().filter(r -> r.partition() == partition).map(format()::read).toList())
        .toList();
  }

  /** Everything committed, as bytes; a commit is answered a moment before it can be read. */
  List<ConsumerRecord<byte[], byte[]>> raw() {
    await()
        .atMost(Duration.ofSeconds(SECONDS))
        .until(() -> ends(READ_COMMITTED).equals(ends(READ_UNCOMMITTED)));
    try (Consumer<byte[], byte[]> consumer = access.consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  private Map<Integer, Long> ends(IsolationLevel isolation) throws Exception {
    try (Admin admin = Admin.create(access.client())) {
      var described = admin.describeTopics(List.of(topic.name())).allTopicNames();
      var partitions = described.get(SECONDS, TimeUnit.SECONDS).values().iterator().next();
      var ends = new TreeMap<Integer, Long>();
      for (var info : partitions.partitions()) {
        var partition = new TopicPartition(topic.name(), info.partition());
        var listed =
            admin.listOffsets(
                Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(isolation));
        ends.put(
            info.partition(),
            listed.partitionResult(partition).get(SECONDS, TimeUnit.SECONDS).offset());
      }
      return ends;
    }
  }
}
