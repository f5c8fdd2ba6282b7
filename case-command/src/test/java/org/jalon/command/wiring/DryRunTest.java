package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jalon.command.decision.Intent;
import org.jalon.command.wiring.Outcome.Answered;
import org.jalon.kernel.Actor;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.command.Command;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A dry run says what the command would record, and leaves no trace. */
class DryRunTest {

  private static Nodes nodes;

  @BeforeAll
  static void open() {
    nodes = new Nodes(1, 1 << 20);
  }

  @AfterAll
  static void close() {
    nodes.close();
  }

  static Stream<String> kinds() {
    return CommandCatalog.kinds().stream().map(CommandKind::name);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void it_answers_what_the_real_run_records_and_records_nothing(String name) throws Exception {
    var kind = CommandCatalog.named(name).orElseThrow();
    var world = new SmallWorld(name.toLowerCase(), new Random(7));
    long begin = head();
    nodes.get(0).record(world.prepared());
    world.recorded(nodes.after(begin));
    Command command =
        world.oneOfEach().stream().filter(kind.type()::isInstance).findFirst().orElseThrow();
    long before = head();

    var would = decided(kind, command, true);

    assertThat(would).isInstanceOf(Outcome.WouldRecord.class);
    assertThat(head()).as("nothing recorded").isEqualTo(before);
    assertThat(nodes.keys().pendingRotations()).as("no key rotated").isEmpty();
    var real = decided(kind, command, false);
    assertThat(real).isInstanceOf(Outcome.Accepted.class);
    List<String> recorded = ((Outcome.Accepted) real).facts().stream().map(Answered::type).toList();
    assertThat(((Outcome.WouldRecord) would).types()).isNotEmpty().isEqualTo(recorded);
    assertThat(head()).isEqualTo(before + recorded.size());
  }

  private static long head() {
    return nodes.get(0).ledger().head().position();
  }

  private static <C> Outcome decided(CommandKind<C> kind, Command command, boolean dryRun)
      throws InterruptedException {
    var intent =
        new Intent<>(
            kind.type().cast(command),
            UUID.randomUUID(),
            Actor.LOCAL,
            EffectiveOn.day(Nodes.DAY.plusDays(1)),
            new EffectiveDay(Nodes.DAY.plusDays(10)),
            ZoneId.of("Europe/Paris"));
    byte[] body = command.name().getBytes(StandardCharsets.UTF_8);
    return nodes
        .get(0)
        .decisions()
        .decide(new Request<>(kind, intent, false, body, dryRun, null, null));
  }
}
