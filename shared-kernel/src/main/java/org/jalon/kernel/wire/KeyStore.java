package org.jalon.kernel.wire;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jalon.kernel.CaseId;

/**
 * Keeps the secrets of cases; a secret is durable before anything is sealed with it.
 *
 * <p>To make some text of a case unreadable and keep the rest: {@link #rotate}, record what stays
 * sealed again under the new key ({@code NarrativeResealed}), and only then {@link
 * #destroyRetired}. Whoever dies in between leaves a pending rotation: nothing is lost, because
 * both keys open, and {@link Redaction#destroyable} tells from the case's facts whether it can be
 * ended. So the repeat of the command, and every start, end what {@link #pendingRotations} names.
 */
public interface KeyStore {

  /** What is known of a key that was once made. */
  sealed interface KeyState {}

  /** A key that opens. */
  record Live(SubjectKey key) implements KeyState {}

  /**
   * A destroyed key; its secret is gone for ever.
   *
   * @param at when it was destroyed
   * @param position head of the ledger at that time
   */
  record Destroyed(Instant at, long position) implements KeyState {}

  /**
   * A case more than one of whose keys opens.
   *
   * @param keyIds of the keys that open, in the order in which they were made; the last one seals
   */
  record Rotation(CaseId caseId, List<String> keyIds) {

    /** Keeps a copy. */
    public Rotation {
      keyIds = List.copyOf(keyIds);
    }
  }

  /**
   * The key under which new texts of a case are sealed, made and committed if the case has none;
   * all who make it at once get the same. After an erasure the case has none: new texts get a new
   * key, the old ones stay erased.
   *
   * <p>Ask after the facts were read that the decision rests on: a redaction that comes between is
   * then noticed by the append condition.
   *
   * @throws KeyUnavailable if the store cannot be reached or the wrapping key does not fit
   */
  SubjectKey keyOf(CaseId caseId);

  /**
   * Puts a new key in the place of a case's key, committed when this returns. {@link #keyOf}
   * answers the new one from then on; those before are retired: they still open, until they are
   * destroyed. Every attempt at a redaction needs a rotation of its own, or text recorded since the
   * last one would be under the key that stays.
   *
   * @throws KeyUnavailable if the store cannot be reached or the wrapping key does not fit
   */
  SubjectKey rotate(CaseId caseId);

  /**
   * The cases with retired keys that were not destroyed, in no special order: the redaction is
   * being recorded, or whoever began it is gone.
   *
   * @throws KeyUnavailable if the store cannot be reached
   */
  List<Rotation> pendingRotations();

  /**
   * Destroys those secrets of a case that were made before one of its keys, and leaves tombstones;
   * that key and all made after it stay. A second call changes nothing.
   *
   * @param keyId the oldest key that anything which stays is sealed under, see {@link
   *     Redaction#destroyable}
   * @param position head of the ledger, noted in the tombstones
   * @return how many secrets were destroyed
   * @throws KeyUnavailable if the store cannot be reached, or if that was never a key of the case
   */
  int destroyRetired(CaseId caseId, String keyId, long position);

  /**
   * The states of the keys that are known among those asked for, as they are at this moment. A key
   * that is missing from the answer is a fault, never an erasure.
   *
   * @throws KeyUnavailable if the store cannot be reached or the wrapping key does not fit
   */
  Map<String, KeyState> states(Collection<String> keyIds);

  /**
   * Destroys every secret of a case, retired or not, and leaves tombstones; a second call changes
   * nothing.
   *
   * @param position head of the ledger, noted in the tombstone
   * @return how many secrets were destroyed
   * @throws KeyUnavailable if the store cannot be reached
   */
  int destroy(CaseId caseId, long position);
}
