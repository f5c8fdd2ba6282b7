package org.jalon.kernel.command;

import java.util.List;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/** Move cases of one referent to others at once: all of them or none. */
@Meaning("Move cases of one referent to others at once: all of them or none.")
public record TransferCaseload(
    @Meaning("their referent") ProfessionalId from,
    @Meaning("1 to 1,000 cases, each with who takes it over") List<Handed> cases,
    @Meaning("admits these cases above the ceiling, as in AssignReferent")
        @Nullable Override override)
    implements Command {

  /**
   * One case that moves.
   *
   * @param caseId the case
   * @param to its next referent
   */
  public record Handed(CaseId caseId, ProfessionalId to) {}

  /** Keeps a copy. */
  public TransferCaseload {
    cases = List.copyOf(cases);
  }
}
