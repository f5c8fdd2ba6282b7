package org.jalon.kernel.wire;

import java.util.Optional;

/**
 * Remembers beside the ledger what secrets that are kept in files are known by, so that another
 * secret in the place of the first is noticed.
 */
public interface KeyMarks {

  /**
   * The mark that was left of a secret, if it was ever used.
   *
   * @param name of the secret, such as {@code import.key}
   * @throws KeyUnavailable if the store cannot be reached
   */
  Optional<String> markOf(String name);

  /**
   * Leaves a mark unless there is one; it is durable then and never changes.
   *
   * @param name of the secret
   * @param mark 64 hexadecimal digits made with the secret; they must tell nothing of it
   * @return the mark that stands: another than the one given is of another secret
   * @throws KeyUnavailable if the store cannot be reached
   */
  String leaveMark(String name, String mark);
}
