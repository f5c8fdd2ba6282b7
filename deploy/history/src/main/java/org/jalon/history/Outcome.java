package org.jalon.history;

/** What a client was told of its append. */
public sealed interface Outcome {

  /**
   * It stands.
   *
   * @param last position of its last event
   */
  record Acknowledged(long last) implements Outcome {}

  /** Something conflicts; nothing was appended. */
  record Rejected() implements Outcome {}

  /** Nothing was appended, for another reason. */
  record Failed(String reason) implements Outcome {}

  /** It may stand or not. */
  record Unknown(String reason) implements Outcome {}

  /** There was no answer although everybody lived and the deadline had long passed. */
  record Unanswered() implements Outcome {}
}
