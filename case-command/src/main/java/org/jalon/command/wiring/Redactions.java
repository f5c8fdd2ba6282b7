package org.jalon.command.wiring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Tag;
import org.jalon.command.ledger.Ledger;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.wire.KeyStore;
import org.jalon.kernel.wire.Redaction;
import org.jalon.kernel.wire.Texts;

/**
 * The keys behind a redaction: a new one before what stays is sealed again, the end of the old one
 * once that is recorded, by whoever comes to it first.
 */
final class Redactions {

  private final Ledger ledger;
  private final KeyStore keys;
  private final CaseFacts facts;

  Redactions(Ledger ledger, KeyStore keys, CaseFacts facts) {
    this.ledger = ledger;
    this.keys = keys;
    this.facts = facts;
  }

  /**
   * Before facts are recorded: a redaction gets its new key, and whatever else holds text is not
   * recorded if a redaction of its case comes between, because the key may end with it.
   */
  void prepare(List<Draft> drafts, Sourcing sourcing) {
    Set<CaseId> written = new HashSet<>();
    for (Draft draft : drafts) {
      if (draft.event() instanceof NarrativeResealed resealed) {
        keys.rotate(resealed.caseId());
      } else if (draft.event() instanceof EntryRectified rectified && rectified.caseId() != null) {
        end(); // what was made unreadable must not be sealed again with a key that outlived it
        written.add(rectified.caseId());
      } else if (!Texts.of(draft.event()).isEmpty()) {
        Event.caseOf(draft.event()).ifPresent(written::add);
      }
    }
    Boundary boundary = Boundary.EMPTY;
    for (CaseId id : written) {
      boundary = boundary.and(Boundary.only(Set.of(NarrativeResealed.class), Tag.of(id)));
    }
    if (!boundary.isEmpty()) {
      sourcing.facts(boundary);
    }
  }

  /** Destroys the keys that no text needs any more; one that is still needed stays. */
  void end() {
    for (KeyStore.Rotation rotation : keys.pendingRotations()) {
      long head = ledger.head().position();
      Redaction.destroyable(rotation, facts.of(rotation.caseId()))
          .ifPresent(key -> keys.destroyRetired(rotation.caseId(), key, head));
    }
  }
}
