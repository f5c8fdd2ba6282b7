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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys behind a redaction: a new one before what stays is sealed again, the end of the old one
 * once that is recorded, by whoever comes to it first.
 */
final class Redactions {

  private static final Logger LOG = LoggerFactory.getLogger(Redactions.class);

  private final Ledger ledger;
  private final KeyStore keys;
  private final CaseFacts facts;
  private final Entries entries;

  Redactions(Ledger ledger, KeyStore keys, CaseFacts facts, Entries entries) {
    this.entries = entries;
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
        // A key that outlived its redaction would seal again what was to go.
        end(rectified.caseId());
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

  /** Destroys the keys of a case that no text needs any more; one that is still needed stays. */
  void end(CaseId caseId) {
    keys.pendingRotations().stream()
        .filter(rotation -> rotation.caseId().equals(caseId))
        .forEach(this::end);
  }

  /** The same for the case of an entry. */
  void endOf(long position) {
    entries.at(position).stream()
        .flatMap(fact -> Event.caseOf(fact.event()).stream())
        .forEach(this::end);
  }

  /** The same for every case, one whose facts cannot be read not hindering the others. */
  void endAll() {
    for (KeyStore.Rotation rotation : keys.pendingRotations()) {
      try {
        end(rotation);
      } catch (RuntimeException e) {
        LOG.warn(
            "a redaction of case {} is not ended yet: its old key still opens; it is tried again at"
                + " the next start",
            rotation.caseId(),
            e);
      }
    }
  }

  private void end(KeyStore.Rotation rotation) {
    long head = ledger.head().position();
    Redaction.destroyable(rotation, facts.of(rotation.caseId()))
        .ifPresent(key -> keys.destroyRetired(rotation.caseId(), key, head));
  }
}
