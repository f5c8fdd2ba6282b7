package org.jalon.command.workforce;

import org.jalon.command.decision.Refusal;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.PostId;

/** What rules on posts have in common. */
final class Posts {

  private Posts() {}

  static Refusal unknown(PostId id, EffectiveDay day) {
    return new Refusal(
        WorkforceRule.POST_UNKNOWN,
        "postId",
        id.value(),
        "there is no post %s on %s; OpenPost first".formatted(id, day));
  }
}
