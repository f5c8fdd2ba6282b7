package org.jalon.command.rectifying;

import java.util.List;
import java.util.Set;
import org.jalon.command.decision.Refusal;
import org.jalon.kernel.command.Fields;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;

/**
 * Fields that no rectification changes: what was decided or approved when the entry was recorded,
 * what it was found to be, and where other entries rest on it.
 */
final class FixedFields {

  private static final String DAY = "effectiveOn";

  private FixedFields() {}

  /** Refuses every field that stays. */
  static List<Refusal> refusals(Event entry, Fields fields) {
    Set<String> fixed = of(entry);
    return fields.values().keySet().stream()
        .filter(fixed::contains)
        .map(field -> refusal(entry, field))
        .toList();
  }

  private static Set<String> of(Event entry) {
    return switch (entry) {
      case CaseloadCeilingOverridden _ -> Set.of("referent", "load", "ceiling", "approvedBy", DAY);
      case AccompanimentStarted _ -> Set.of("formalised");
      case CaseOpened _ -> Set.of("programme");
      case ReferentChanged _ -> Set.of("from");
      case PostFilled _ -> Set.of("replaces");
      case NormAdopted _ -> Set.of("scope");
      case TeamCreated _ -> Set.of("territory", DAY);
      case TerritoryCreated _ -> Set.of(DAY);
      case ProgrammeDefined _ -> Set.of("professions", DAY);
      case Event _ -> Set.of();
    };
  }

  private static Refusal refusal(Event entry, String field) {
    return Refusal.ofField(
        RectifyingRule.FIELD_FIXED,
        "fields." + field,
        "%s of %s stays as it was recorded: other entries or an approval rest on it; annul the entry and record it anew"
            .formatted(field, entry.getClass().getSimpleName()));
  }
}
