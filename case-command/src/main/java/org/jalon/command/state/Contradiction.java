package org.jalon.command.state;

import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Refusal;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A fact that would not hold any more.
 *
 * @param fact recorded, or the new one itself
 * @param why what it would lack
 */
public record Contradiction(Fact fact, String why) {

  /** Whether it is a recorded fact, not a new one. */
  public boolean isRecorded() {
    return !Unrecorded.is(fact);
  }

  /** The refusal, which names position and day. */
  public Refusal refusal(@Nullable String field) {
    return refusal(field, null);
  }

  /** The refusal where the fact is the one that is to be read otherwise. */
  public Refusal refusalOfItself(@Nullable String field) {
    return new Refusal(
        CommonRule.CONTRADICTS_RECORDED_FACT,
        field,
        Long.toString(fact.position()),
        "read so, the %s at position %d for %s would not hold itself: %s; choose other values"
            .formatted(fact.event().getClass().getSimpleName(), fact.position(), fact.day(), why));
  }

  /** The refusal, which names position and day, about a subject. */
  public Refusal refusal(@Nullable String field, @Nullable String subject) {
    String name = fact.event().getClass().getSimpleName();
    return new Refusal(
        CommonRule.CONTRADICTS_RECORDED_FACT,
        field,
        subject,
        isRecorded()
            ? "the %s recorded at position %d for %s would not hold any more: %s; choose another day, or rectify that entry first"
                .formatted(name, fact.position(), fact.day(), why)
            : "%s on %s does not fit what is recorded: %s; check the day"
                .formatted(name, fact.day(), why));
  }
}
