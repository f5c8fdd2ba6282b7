package org.jalon.workload.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.workload.Facts.aboveCeiling;
import static org.jalon.workload.Facts.assigned;
import static org.jalon.workload.Facts.closed;
import static org.jalon.workload.Facts.filled;
import static org.jalon.workload.Facts.march;
import static org.jalon.workload.Facts.norm;
import static org.jalon.workload.Facts.opened;
import static org.jalon.workload.Facts.post;
import static org.jalon.workload.Facts.team;
import static org.jalon.workload.Facts.territory;
import static org.jalon.workload.Facts.vacated;
import static org.jalon.workload.Facts.worksNow;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.norm.NormScope;
import org.jalon.workload.Ledger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Referents in post, ceilings that come and go: alerts are what all days before amount to. */
final class AlertsPropertyTest {

  private static final int REFERENTS = 4;
  private static final int FACTS = 90;
  private static final int DAYS = 28;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 20_261_122})
  void alerts_are_what_the_days_before_amount_to(long seed)
      throws SQLException, InterruptedException {
    var random = new Random(seed);
    var ledger = new Ledger();
    try (var desk = new Desk().started()) {
      record(desk, ledger, march(1), territory("N"), team("T", "N"));
      for (int who = 0; who < REFERENTS; who++) {
        record(desk, ledger, march(1), post("p" + who, "T", "AS", "1"));
        record(desk, ledger, march(1), filled("p" + who, "r" + who, "1"));
      }
      for (int number = 0; number < FACTS; number++) {
        record(desk, ledger, march(1 + random.nextInt(DAYS)), any(random, number));
      }
      assertThat(told(desk, ledger))
          .as("the histories reach alerts by a fact and by a fall alone")
          .anyMatch(alert -> alert.matches("ABOVE_CEILING .* [0-9]+"))
          .anyMatch(alert -> alert.matches("ABOVE_CEILING .* null"));
    }
  }

  private static void record(Desk desk, Ledger ledger, EffectiveDay day, Event... events) {
    desk.record(day, events);
    ledger.record(day, events);
  }

  private static Event[] any(Random random, int number) {
    int which = random.nextInt(REFERENTS);
    String who = "r" + which;
    return switch (random.nextInt(14)) {
      case 0, 1 -> new Event[] {worksNow("p" + which, who, "0." + (1 + random.nextInt(9)))};
      case 2 -> new Event[] {norm(NormScope.EVERYBODY, null, 1 + random.nextInt(12))};
      case 3, 6 -> new Event[] {aboveCeiling(who, 9, 3)};
      case 4 -> new Event[] {closed("c" + random.nextInt(number + 1))};
      case 5 ->
          new Event[] {
            random.nextInt(4) == 0 ? vacated("p" + which, who) : filled("p" + which, who, "0.7")
          };
      default -> new Event[] {opened("c" + number, "T"), assigned("c" + number, who)};
    };
  }

  private static List<String> told(Desk desk, Ledger ledger)
      throws SQLException, InterruptedException {
    desk.caughtUp();
    var told = new ArrayList<String>();
    for (int number = 1; number <= DAYS; number++) {
      EffectiveDay day = march(number);
      List<String> alerts =
          desk.caseloads.alerts(day, Optional.empty()).known().on(day).stream()
              .map(
                  it ->
                      "%s %s %s %s"
                          .formatted(it.code(), it.professional(), it.since(), it.position()))
              .toList();
      assertThat(alerts)
          .as("alerts on %s", day)
          .isEqualTo(ledger.alerts(day, ledger.head(), march(1)));
      told.addAll(alerts);
    }
    return told;
  }
}
