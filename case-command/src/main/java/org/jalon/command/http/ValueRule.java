package org.jalon.command.http;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.command.decision.Rule;
import org.jalon.kernel.Fte;
import org.jalon.kernel.Identifier;
import org.jalon.kernel.Minutes;
import org.jalon.kernel.command.EvaluateObjective;
import org.jalon.kernel.edge.Problem;
import org.jalon.kernel.edge.Violation;

/** Rules of the domain that a value breaks by itself, before anything is decided. */
enum ValueRule implements Rule {
  IDENTIFYING_ID("An id looks like an e-mail address, a telephone or a national number."),
  MINUTES_OUT_OF_RANGE("Minutes are 1 to 1440; what was not measured is left out."),
  FTE_OUT_OF_RANGE("FTE is more than 0 and at most 1000, with at most four decimals."),
  SCORE_OUT_OF_RANGE("Criteria count from 1, scores go from 0 to 10.");

  private static final Set<String> CODES =
      Arrays.stream(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  private final String meaning;

  ValueRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  /** 422 if the domain alone refuses the values, 400 if the body is malformed as well. */
  static Problem problem(List<Violation> violations) {
    boolean refused = violations.stream().map(Violation::code).allMatch(CODES::contains);
    return refused
        ? Problem.of(422, "Refused", violations)
        : Problem.of(400, "Malformed request", violations);
  }

  /** Those that the fields of a command can break. */
  static Stream<Rule> of(Class<?> command) {
    return Stream.concat(
            Arrays.stream(command.getRecordComponents())
                .map(RecordComponent::getGenericType)
                .flatMap(ValueRule::of),
            command == EvaluateObjective.class ? Stream.of(SCORE_OUT_OF_RANGE) : Stream.of())
        .distinct();
  }

  private static Stream<Rule> of(Type type) {
    if (type == Minutes.class) {
      return Stream.of(MINUTES_OUT_OF_RANGE);
    }
    if (type == Fte.class) {
      return Stream.of(FTE_OUT_OF_RANGE);
    }
    return type instanceof Class<?> known && Identifier.class.isAssignableFrom(known)
        ? Stream.of(IDENTIFYING_ID)
        : Stream.of();
  }
}
