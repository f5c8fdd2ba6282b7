package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jalon.command.ledger.LedgerException;
import org.jalon.command.ledger.LedgerOptions;
import org.jalon.command.ledger.StoredEvent;
import org.jalon.kernel.Label;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.command.CreateTerritory;
import org.jalon.kernel.wire.Stamp;
import org.jalon.postgres.ScratchDatabase;
import org.jalon.postgres.TestServer;
import org.jalon.postgres.Wire;

/**
 * A node whose server stands at the end of a wire, and the commands that were sent to it: each is
 * known by its id, answered within its deadline, and recorded once or not at all.
 */
final class FaultyWorld implements AutoCloseable {

  /** How long a decision may take to answer, whatever happens; its own deadline is 20 s. */
  static final Duration ANSWER = Duration.ofSeconds(22);

  private static final LedgerOptions OPTIONS =
      LedgerOptions.defaults()
          .withDeadline(Duration.ofSeconds(3))
          .withStatement(Duration.ofMillis(700));

  private final Wire wire;
  private final Nodes nodes;
  private final Map<UUID, String> sent = Collections.synchronizedMap(new LinkedHashMap<>());
  private int names;

  FaultyWorld(TestServer server) {
    this(server.port(), server::at);
  }

  /**
   * @param server its port
   * @param database the server's, where another port leads to it
   */
  FaultyWorld(int server, IntFunction<ScratchDatabase> database) {
    wire = new Wire(server);
    nodes = new Nodes(database.apply(wire.port()), 1, 1 << 20, OPTIONS);
  }

  Wire wire() {
    return wire;
  }

  Nodes.Node node() {
    return nodes.get(0);
  }

  /** A command that was not sent before; its id. */
  UUID command(String name) {
    UUID id = UUID.randomUUID();
    sent.put(id, name + "-" + names++);
    return id;
  }

  /** What the command with the id is about. */
  String about(UUID id) {
    return Objects.requireNonNull(sent.get(id));
  }

  /** Sends a command, perhaps again. */
  Outcome send(UUID id) throws InterruptedException {
    String name = about(id);
    return node().decide(new CreateTerritory(new TerritoryId(name), new Label(name)), id, name);
  }

  /** Sends commands at once, perhaps again; what the ledger did not answer is left out. */
  Map<UUID, Outcome> sendAll(List<UUID> ids) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<UUID, Future<Outcome>> answers = new LinkedHashMap<>();
      ids.forEach(id -> answers.put(id, threads.submit(() -> send(id))));
      Map<UUID, Outcome> outcomes = new LinkedHashMap<>();
      for (var answer : answers.entrySet()) {
        try {
          outcomes.put(
              answer.getKey(), answer.getValue().get(ANSWER.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException e) {
          assertThat(e.getCause()).isInstanceOfAny(LedgerException.class, LostRace.class);
        }
      }
      return outcomes;
    }
  }

  /** The same beside what the test does, begun when the first commands are recorded. */
  Future<Map<UUID, Outcome>> load(List<UUID> ids) {
    long before = node().ledger().work().events();
    FutureTask<Map<UUID, Outcome>> load = new FutureTask<>(() -> sendAll(ids));
    Thread.ofVirtual().start(load);
    await().atMost(ANSWER).until(() -> node().ledger().work().events() > before + 5);
    return load;
  }

  /** Commands that were not sent before. */
  List<UUID> commands(int number, String name) {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      ids.add(command(name));
    }
    return ids;
  }

  /** Waits until the ledger answers again. */
  void recovers() {
    UUID id = command("back");
    await("the ledger answers again")
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsInstanceOf(LedgerException.class)
        .until(() -> send(id) instanceof Outcome.Accepted);
  }

  /** Repeats every command ever sent; each stands once, where it was said to stand if it was. */
  void everyCommandIsRecordedOnce(Map<UUID, Outcome> answered) throws Exception {
    for (UUID id : sent.keySet()) {
      Outcome again = send(id);
      assertThat(again).as(about(id)).isInstanceOf(Outcome.Accepted.class);
      if (answered.containsKey(id)) {
        assertThat(again).as(about(id)).isEqualTo(answered.get(id));
      }
    }
    assertThat(recorded()).containsExactlyInAnyOrderElementsOf(sent.keySet());
    var integrity = node().ledger().audit().integrity(1, Long.MAX_VALUE);
    assertThat(integrity.verified()).as(integrity.toString()).isTrue();
  }

  /** The ids of the commands whose facts are recorded, in order. */
  List<UUID> recorded() {
    return node().ledger().read(0, 100_000).stream()
        .map(StoredEvent::metadata)
        .map(metadata -> Stamp.of(metadata).commandId())
        .toList();
  }

  @Override
  public void close() {
    wire.thaw();
    nodes.close();
    wire.close();
  }
}
