package org.jalon.kernel.command;

/** An intent: what somebody asks to be decided. Its simple class name is its public name. */
public sealed interface Command
    permits CaseCommand, TransferCaseload, EntryCommand, WorkforceCommand, OfferCommand {

  /** The public name, for example {@code AssignReferent}. */
  default String name() {
    return getClass().getSimpleName();
  }
}
