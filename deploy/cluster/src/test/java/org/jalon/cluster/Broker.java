package org.jalon.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jalon.kernel.feed.kafka.KafkaAccess;

/** A Kafka broker from its jars, on 127.0.0.1, for all tests of a JVM; goes when the JVM ends. */
final class Broker {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path home;
  private final int port = freePort();
  private final int controllerPort = freePort();
  private ChildJvm jvm;

  private Broker(Path home) throws IOException {
    this.home = home;
    Files.createDirectories(home);
    Files.writeString(settings(), text());
    jvm = launched();
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
  }

  /** The one that all tests share. */
  static Broker shared() {
    return Shared.BROKER;
  }

  KafkaAccess access() {
    return new KafkaAccess("127.0.0.1:" + port, Map.of());
  }

  void kill9() {
    jvm.kill9();
  }

  /** Starts it again, with the data that it has. */
  void restart() throws IOException {
    jvm.kill9();
    jvm = launched();
  }

  private ChildJvm launched() throws IOException {
    ChildJvm started =
        ChildJvm.start(BrokerProgram.class, settings().toString(), data().toString());
    await("the broker answers").atMost(PATIENCE).until(() -> answers(started));
    return started;
  }

  private boolean answers(ChildJvm started) throws InterruptedException, IOException {
    if (!started.process().isAlive()) {
      throw new AssertionError("the broker ended: " + Files.readString(started.output()));
    }
    try (Admin admin = Admin.create(access().client())) {
      return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException _) {
      return false;
    }
  }

  private Path settings() {
    return home.resolve("server.properties");
  }

  private Path data() {
    return home.resolve("data");
  }

  private String text() {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%2$d
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    controller.listener.names=CONTROLLER
    inter.broker.listener.name=PLAINTEXT
    log.dirs=%3$s
    auto.create.topics.enable=false
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=1
    broker.heartbeat.interval.ms=200
    broker.session.timeout.ms=1000
    """
        .formatted(port, controllerPort, data());
  }

  private void end() {
    jvm.kill9();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {

    static final Broker BROKER = start();

    private static Broker start() {
      try {
        long pid = ProcessHandle.current().pid();
        return new Broker(
            Path.of(System.getProperty("user.dir"), "target", "broker-" + pid).toAbsolutePath());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
