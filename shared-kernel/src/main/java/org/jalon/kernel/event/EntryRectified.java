package org.jalon.kernel.event;

import java.util.List;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Label;
import org.jalon.kernel.Narrative;
import org.jspecify.annotations.Nullable;

/**
 * An entry was annulled or replaced. Nothing is rewritten: from here on the timeline is read
 * without the entry, or with the other in its place. Of several for one entry the last holds.
 *
 * @param position of the entry
 * @param entry stored name of the entry
 * @param caseId the case of the entry; absent for entries of posts, programmes and norms
 * @param subjects the tags of the entry before and after, as {@code key:value}
 * @param replacement what stands in its place; absent when it was annulled
 * @param reason why, sealed; for the entry of a case
 * @param publicReason why, in clear; for any other entry
 */
public record EntryRectified(
    long position,
    String entry,
    @Nullable CaseId caseId,
    List<String> subjects,
    @Nullable Replacement replacement,
    @Nullable Narrative reason,
    @Nullable Label publicReason)
    implements Event {

  /** Keeps a copy. */
  public EntryRectified {
    subjects = List.copyOf(subjects);
  }
}
