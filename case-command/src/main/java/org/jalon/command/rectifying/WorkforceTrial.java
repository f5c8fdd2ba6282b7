package org.jalon.command.rectifying;

import org.jalon.command.caseload.StaffTrial;
import org.jalon.command.caseload.World;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Tag;
import org.jalon.command.decision.Tags;

/** Tries an entry of posts, programmes or norms in its other reading. */
final class WorkforceTrial {

  private WorkforceTrial() {}

  static Boundary boundary(Entry entry, Reading reading, World world) {
    Boundary own =
        Tags.of(entry.recorded().event()).stream()
            .filter(tag -> !tag.equals(Tag.workforce()))
            .map(Boundary::all)
            .reduce(Boundary.EMPTY, Boundary::and);
    return reading instanceof Reading.Other other ? own.and(trial(other).boundary(world)) : own;
  }

  static Decision decide(Intent<?> intent, Reading.Other other, World world) {
    return trial(other).decide(intent, world);
  }

  private static StaffTrial trial(Reading.Other other) {
    return new StaffTrial(other.standing(), other.fact());
  }
}
