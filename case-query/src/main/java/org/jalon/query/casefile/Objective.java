package org.jalon.query.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.Score;
import org.jspecify.annotations.Nullable;

/**
 * What is aimed at, by which criteria, and how far it was reached.
 *
 * @param dueOn when it should be reached
 * @param evaluations in their order
 */
public record Objective(
    ObjectiveId id,
    EffectiveDay setOn,
    Narrative text,
    List<Narrative> criteria,
    LocalDate dueOn,
    List<Evaluation> evaluations,
    State state) {

  /** How far an objective was reached. */
  public enum State {
    /** Not evaluated. */
    OPEN,
    /** Reached; final. */
    MET,
    /** Reached in part when last evaluated. */
    PARTLY_MET,
    /** Not reached when last evaluated. */
    NOT_MET,
    /** Given up; final. */
    ABANDONED;

    /** Whether nothing more is expected of it. */
    public boolean isFinal() {
      return switch (this) {
        case MET, ABANDONED -> true;
        case OPEN, PARTLY_MET, NOT_MET -> false;
      };
    }
  }

  /** One evaluation against the criteria. */
  public record Evaluation(
      EffectiveDay on, Outcome outcome, List<Score> scores, @Nullable Narrative note) {}

  static Objective of(ObjectiveSet set, EffectiveDay on) {
    return new Objective(
        set.objectiveId(), on, set.text(), set.criteria(), set.dueOn(), List.of(), State.OPEN);
  }

  Objective evaluated(Evaluation evaluation) {
    if (state.isFinal()) {
      return this;
    }
    State reached =
        switch (evaluation.outcome()) {
          case MET -> State.MET;
          case PARTLY_MET -> State.PARTLY_MET;
          case NOT_MET -> State.NOT_MET;
        };
    List<Evaluation> all = Stream.concat(evaluations.stream(), Stream.of(evaluation)).toList();
    return new Objective(id, setOn, text, criteria, dueOn, all, reached);
  }

  Objective abandoned() {
    return state.isFinal()
        ? this
        : new Objective(id, setOn, text, criteria, dueOn, evaluations, State.ABANDONED);
  }
}
