package org.jalon.kernel.wire;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jalon.kernel.CaseId;

/** Keeps the secrets of cases; a secret is durable before anything is sealed with it. */
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
   * The key under which new texts of a case are sealed, made and committed if the case has none;
   * all who make it at once get the same. After an erasure the case has none: new texts get a new
   * key, the old ones stay erased.
   *
   * @throws KeyUnavailable if the store cannot be reached or the wrapping key does not fit
   */
  SubjectKey keyOf(CaseId caseId);

  /**
   * The states of the keys that are known among those asked for, as they are at this moment. A key
   * that is missing from the answer is a fault, never an erasure.
   *
   * @throws KeyUnavailable if the store cannot be reached or the wrapping key does not fit
   */
  Map<String, KeyState> states(Collection<String> keyIds);

  /**
   * Destroys every secret of a case and leaves tombstones; a second call changes nothing.
   *
   * @param position head of the ledger, noted in the tombstone
   * @return how many secrets were destroyed
   * @throws KeyUnavailable if the store cannot be reached
   */
  int destroy(CaseId caseId, long position);
}
