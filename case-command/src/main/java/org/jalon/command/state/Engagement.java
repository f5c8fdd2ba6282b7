package org.jalon.command.state;

import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a professional holds a post at one working time.
 *
 * @param from first day
 * @param until first day after it; absent while it runs
 * @param replaces whose place a substitute takes
 */
public record Engagement(
    PostId post,
    ProfessionalId professional,
    Fte fte,
    EffectiveDay from,
    @Nullable EffectiveDay until,
    @Nullable ProfessionalId replaces) {

  /** Whether it holds at the end of a day. */
  public boolean holdsOn(EffectiveDay day) {
    return !from.isAfter(day) && (until == null || until.isAfter(day));
  }

  /** Whether it has ended at the end of a day, so that it holds on none from this one on. */
  public boolean endsBy(EffectiveDay day) {
    return until != null && !until.isAfter(day);
  }

  /** Whether it takes the place of another engagement in the same post. */
  boolean isSubstituteOf(Engagement other) {
    return post.equals(other.post) && other.professional.equals(replaces);
  }

  boolean runs(PostId inPost, ProfessionalId who) {
    return until == null && post.equals(inPost) && professional.equals(who);
  }

  /** Whether it holds at the end of any day. */
  boolean lasts() {
    return until == null || until.isAfter(from);
  }

  Engagement at(Fte next, EffectiveDay day) {
    return new Engagement(post, professional, next, day, until, replaces);
  }

  /** In the place of somebody from a day on; in one's own place one replaces nobody. */
  Engagement inPlaceOf(ProfessionalId other, EffectiveDay day) {
    @Nullable ProfessionalId replaced = other.equals(professional) ? null : other;
    return new Engagement(post, professional, fte, day, until, replaced);
  }

  Engagement endedOn(EffectiveDay day) {
    return new Engagement(post, professional, fte, from, day, replaces);
  }
}
