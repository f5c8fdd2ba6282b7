package org.jalon.kernel.event;

/** Why an accompaniment or a case was closed. */
public enum ClosureReason {
  /** The request was answered; closes cases that had no accompaniment. */
  REQUEST_ANSWERED,
  /** The objectives were met. */
  OBJECTIVES_MET,
  /** Another service goes on. */
  HANDED_TO_OTHER_SERVICE,
  /** Oriented elsewhere. */
  REORIENTED,
  /** The person died. */
  DECEASED,
  /** The household moved away. */
  MOVED_AWAY,
  /** The household could not be reached any more. */
  LOST_CONTACT,
  /** The person withdrew the agreement. */
  ADHESION_WITHDRAWN,
  /** Something else, said in the note. */
  OTHER,
  /** Imported history that states no reason; nobody can ask for it. */
  NOT_STATED;

  /** Whether the reason lets objectives go without evaluation: the same decision abandons them. */
  public boolean abandonsObjectives() {
    return switch (this) {
      case DECEASED, MOVED_AWAY, LOST_CONTACT, ADHESION_WITHDRAWN -> true;
      case REQUEST_ANSWERED,
          OBJECTIVES_MET,
          HANDED_TO_OTHER_SERVICE,
          REORIENTED,
          OTHER,
          NOT_STATED ->
          false;
    };
  }
}
