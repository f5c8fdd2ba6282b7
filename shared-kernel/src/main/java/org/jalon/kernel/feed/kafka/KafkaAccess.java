package org.jalon.kernel.feed.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How the brokers are reached. A request is waited for up to 5 s, a question up to 10 s.
 *
 * @param servers {@code host:port}, separated by commas
 * @param security properties of Kafka's clients by which they log in; empty where nobody asks
 */
public record KafkaAccess(String servers, Map<String, String> security) {

  private static final Duration CLOSING = Duration.ofSeconds(1);
  private static final int REQUEST_MILLIS = 5_000;
  private static final int QUESTION_MILLIS = 10_000;
  private static final int RECONNECT_MILLIS = 1_000;
  private static final int FETCH_MILLIS = 100;
  private static final int FETCH_BYTES = 8 * 1024 * 1024;

  /** Copies the properties. */
  public KafkaAccess {
    security = Map.copyOf(security);
  }

  /** What every client is given. */
  public Map<String, Object> client() {
    var settings = new HashMap<String, Object>(security);
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
    settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MILLIS);
    settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
    return settings;
  }

  /** A consumer of what is committed, in no group, that begins only where it is told to. */
  public Consumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = client();
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, QUESTION_MILLIS);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    // A question to a broker waits for the fetch before it: one that finds nothing must be short.
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MILLIS);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Closes a consumer within a second, also for a thread that was interrupted. */
  static void close(Consumer<byte[], byte[]> consumer) {
    boolean interrupted = Thread.interrupted();
    try {
      consumer.close(CloseOptions.timeout(CLOSING));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Leaves the properties out: passwords are among them. */
  @Override
  public String toString() {
    return "KafkaAccess[" + servers + "]";
  }
}
