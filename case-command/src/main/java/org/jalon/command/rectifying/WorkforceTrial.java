package org.jalon.command.rectifying;

import org.jalon.command.caseload.World;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Tag;
import org.jalon.command.decision.Tags;

/** Tries an entry of posts, programmes or norms in its other reading. */
final class WorkforceTrial {

  private WorkforceTrial() {}

  static Boundary boundary(Intent<?> intent, Entry entry, Reading reading, World world) {
    Boundary boundary = Boundary.EMPTY;
    for (Tag tag : Tags.of(entry.recorded().event())) {
      boundary = boundary.and(Boundary.all(tag));
    }
    return boundary;
  }

  static Decision decide(Intent<?> intent, Reading.Other other, World world) {
    return other.accepted(intent);
  }
}
