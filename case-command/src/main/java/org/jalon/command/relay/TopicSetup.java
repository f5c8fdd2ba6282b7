package org.jalon.command.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jalon.kernel.feed.kafka.BrokenTopic;
import org.jalon.kernel.feed.kafka.KafkaAccess;
import org.jalon.kernel.feed.kafka.RelayTopic;

/** Creates the topic where it is missing, and refuses one that would lose or restamp records. */
final class TopicSetup {

  /** Most bytes of a record, for the topic and its producer. */
  static final int RECORD_BYTES = 16 * 1024 * 1024;

  private static final Duration ANSWER = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Config NOTHING = new Config(List.of());

  private static final Map<String, String> NEEDED =
      new TreeMap<>(
          Map.of(
              TopicConfig.CLEANUP_POLICY_CONFIG,
              TopicConfig.CLEANUP_POLICY_DELETE,
              TopicConfig.RETENTION_MS_CONFIG,
              "-1",
              TopicConfig.RETENTION_BYTES_CONFIG,
              "-1",
              TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
              "CreateTime",
              TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
              String.valueOf(Long.MAX_VALUE),
              TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
              String.valueOf(RECORD_BYTES)));

  private TopicSetup() {}

  /**
   * @throws BrokenTopic if the topic is set up otherwise
   * @throws KafkaException if the brokers cannot be asked
   */
  static void ensure(KafkaAccess access, RelayTopic topic, RelayOptions options)
      throws InterruptedException {
    try (Admin admin = Admin.create(access.client())) {
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
      var asked = answer(admin.describeConfigs(List.of(resource)).all());
      Config config = asked.getOrDefault(resource, NOTHING);
      NEEDED.forEach((name, value) -> require(topic, config, name, value));
    } catch (UnknownTopicOrPartitionException _) {
      create(access, topic, options);
    }
  }

  private static void create(KafkaAccess access, RelayTopic topic, RelayOptions options)
      throws InterruptedException {
    Optional<Short> replicas =
        options.replicas() < 0 ? Optional.empty() : Optional.of(options.replicas());
    var wanted = new NewTopic(topic.name(), Optional.of(options.partitions()), replicas);
    try (Admin admin = Admin.create(access.client())) {
      answer(admin.createTopics(List.of(wanted.configs(NEEDED))).all());
      awaitKnown(admin, topic);
    } catch (TopicExistsException _) {
      // Another relay was faster, with the same settings.
    }
  }

  /** What was created is not at once known to every broker. */
  private static void awaitKnown(Admin admin, RelayTopic topic) throws InterruptedException {
    long end = System.nanoTime() + ANSWER.toNanos();
    while (System.nanoTime() - end < 0) {
      try {
        answer(admin.describeTopics(List.of(topic.name())).allTopicNames());
        return;
      } catch (UnknownTopicOrPartitionException _) {
        Thread.sleep(PAUSE);
      }
    }
  }

  private static void require(RelayTopic topic, Config config, String name, String value) {
    var entry = config.get(name);
    if (entry == null || !value.equals(entry.value())) {
      throw new BrokenTopic(
          "topic %s has %s=%s, with which records are lost or not found; set it to %s and start the relay again"
              .formatted(topic.name(), name, entry == null ? "nothing" : entry.value(), value));
    }
  }

  private static <T> T answer(KafkaFuture<T> future) throws InterruptedException {
    try {
      return future.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException cause) {
        throw cause;
      }
      throw new KafkaException(e);
    } catch (TimeoutException e) {
      throw new KafkaException("the brokers did not answer within " + ANSWER, e);
    }
  }
}
