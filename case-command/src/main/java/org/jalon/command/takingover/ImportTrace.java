package org.jalon.command.takingover;

import java.util.List;
import java.util.UUID;
import org.jalon.command.decision.Draft;
import org.jalon.kernel.event.CaseOpened;

/**
 * The history of one case as another system tells it.
 *
 * @param opening how the case began
 * @param history all facts, the opening first; each command id is the same in every import
 */
public record ImportTrace(CaseOpened opening, List<Draft> history) {

  /**
   * Keeps a copy.
   *
   * @throws IllegalArgumentException unless the history begins with the opening
   */
  public ImportTrace {
    history = List.copyOf(history);
    if (history.isEmpty() || !history.getFirst().event().equals(opening)) {
      throw new IllegalArgumentException("a history begins with the opening of its case");
    }
  }

  UUID openingId() {
    return history.getFirst().commandId();
  }
}
