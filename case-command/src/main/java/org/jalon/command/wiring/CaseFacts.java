package org.jalon.command.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jalon.command.ledger.PostgresEventStorageEngine;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.timeline.Fact;

/** All facts of a case, read outside of any decision. */
final class CaseFacts {

  private static final Duration DEADLINE = Duration.ofSeconds(15);

  private final PostgresEventStorageEngine engine;

  CaseFacts(PostgresEventStorageEngine engine) {
    this.engine = engine;
  }

  List<Fact> of(CaseId id) {
    var condition =
        SourcingCondition.conditionFor(EventCriteria.havingTags(new Tag("case", id.value())));
    List<Fact> facts = new ArrayList<>();
    engine
        .source(condition, null)
        .reduce(
            facts,
            (list, entry) -> {
              if (entry.message().payload() instanceof Event) {
                list.add(Sourcing.found(entry).fact());
              }
              return list;
            })
        .orTimeout(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    return facts;
  }
}
