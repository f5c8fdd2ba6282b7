package org.jalon.command.state;

import java.util.Optional;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;

/** On which days a command may take effect. */
public final class Dating {

  /** How far ahead posts, teams, who holds them, and norms may be planned. */
  public static final int MOST_MONTHS_AHEAD = 24;

  private Dating() {}

  /** Refuses what has not happened yet. */
  public static Optional<Refusal> happened(Intent<?> intent) {
    return intent.day().isAfter(intent.today())
        ? Optional.of(
            inFuture(
                "%s lies after today, %s; record it once it has happened", intent, intent.today()))
        : Optional.empty();
  }

  /** Refuses what is planned further ahead than {@link #MOST_MONTHS_AHEAD}. */
  public static Optional<Refusal> planned(Intent<?> intent) {
    var last = intent.today().value().plusMonths(MOST_MONTHS_AHEAD);
    return intent.day().value().isAfter(last)
        ? Optional.of(
            inFuture(
                "%s lies more than 24 months ahead; plan it for %s at the latest", intent, last))
        : Optional.empty();
  }

  private static Refusal inFuture(String message, Intent<?> intent, Object bound) {
    return Refusal.ofField(
        CommonRule.EFFECTIVE_IN_FUTURE, "effectiveOn", message.formatted(intent.day(), bound));
  }
}
