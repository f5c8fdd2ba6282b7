package org.jalon.command.property;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jalon.kernel.command.Fields;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.DurationPlanned;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.HandOverDeclined;
import org.jalon.kernel.event.HandOverProposed;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.event.ObjectiveEvaluated;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.ReferentReleased;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.WorkingTimeChanged;
import org.jspecify.annotations.Nullable;

/** Other values for the fields of an entry, at random. */
final class Corrections {

  private final RandomGenerator random;

  Corrections(RandomGenerator random) {
    this.random = random;
  }

  Fields of(Event event, LocalDate day) {
    Map<String, @Nullable Object> fields = new HashMap<>();
    if (random.nextInt(3) > 0) {
      meaning(event, fields);
    }
    if (fields.isEmpty() || random.nextInt(4) == 0) {
      fields.put("effectiveOn", day.toString());
    }
    return new Fields(fields);
  }

  private void meaning(Event event, Map<String, @Nullable Object> fields) {
    switch (event) {
      case CaseOpened _ -> {
        if (random.nextBoolean()) {
          fields.put("household", "h" + random.nextInt(12));
        } else {
          fields.put("programme", one(Sequence.PROGRAMMES).value());
        }
      }
      case ReferentAssigned _ -> fields.put("referent", somebody());
      case ReferentReleased _ -> fields.put("referent", somebody());
      case ReferentChanged _ -> fields.put(random.nextInt(4) == 0 ? "from" : "to", somebody());
      case HandOverProposed _, HandOverDeclined _ -> fields.put("to", somebody());
      case AccompanimentClosed _, CaseClosed _ ->
          fields.put("reason", one(List.of("OBJECTIVES_MET", "DECEASED")));
      case ObjectiveEvaluated _ -> fields.put("outcome", one(List.of("MET", "NOT_MET")));
      case InterventionRecorded _ -> fields.put("minutes", random.nextInt(1, 200));
      case DurationPlanned e -> fields.put("until", e.until().minusDays(300).toString());
      case PostOpened _ -> post(fields);
      case PostFilled _ -> {
        switch (random.nextInt(3)) {
          case 0 -> fields.put("professional", somebody());
          case 1 -> fields.put("replaces", random.nextBoolean() ? null : somebody());
          default -> fields.put("fte", fte());
        }
      }
      case WorkingTimeChanged _ -> fields.put("fte", fte());
      case PostVacated _ -> fields.put("professional", somebody());
      case NormAdopted _ -> fields.put("ceiling", random.nextInt(8, 45));
      case TeamCreated _ -> fields.put("territory", one(List.of("north", "south")));
      default -> {}
    }
  }

  private void post(Map<String, @Nullable Object> fields) {
    switch (random.nextInt(3)) {
      case 0 -> fields.put("fte", one(List.of(0.5, 1.0, 2.0)));
      case 1 -> fields.put("profession", one(List.of("AS", "CESF", "HEAD")));
      default -> fields.put("team", one(Sequence.TEAMS).value());
    }
  }

  private Double fte() {
    return Double.valueOf(one(Sequence.FTES));
  }

  private String somebody() {
    return one(Sequence.PEOPLE).value();
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
