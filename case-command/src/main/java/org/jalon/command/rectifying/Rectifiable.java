package org.jalon.command.rectifying;

import java.util.Optional;
import org.jalon.command.decision.Refusal;
import org.jalon.kernel.command.Fields;
import org.jalon.kernel.command.RectifyEntry.Action;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.EntryRedacted;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jspecify.annotations.Nullable;

/** Which entries can be rectified, and with what. */
final class Rectifiable {

  private Rectifiable() {}

  /** Refuses entries that stay as they are. */
  static Optional<Refusal> refusal(Entry entry, Action action) {
    return switch (entry.recorded().event()) {
      case EntryRectified e ->
          stays(
              entry,
              "it rectifies the entry at position %d; rectify that one".formatted(e.position()));
      case EntryRedacted _, NarrativeResealed _ ->
          stays(entry, "text that was made unreadable stays so");
      case CaseloadAboveCeiling _ ->
          stays(entry, "an alert follows from other entries; rectify those");
      case CaseloadCeilingOverridden _ when action == Action.ANNUL ->
          stays(entry, "it admits an assignment; annul that one");
      case ForeignNumberKept _ when action == Action.ANNUL ->
          stays(entry, "the case was imported under it");
      case TerritoryCreated _, TeamCreated _, ProgrammeDefined _ when action == Action.ANNUL ->
          stays(entry, "other entries may rest on it; REPLACE its fields instead");
      case Event _ -> Optional.empty();
    };
  }

  /** Refuses fields that do not go with the action. */
  static Optional<Refusal> fields(Action action, @Nullable Fields fields, Entry entry) {
    boolean none = fields == null || fields.values().isEmpty();
    return switch (action) {
      case ANNUL ->
          none
              ? Optional.empty()
              : Optional.of(
                  Refusal.ofField(
                      RectifyingRule.NOTHING_TO_CHANGE,
                      "fields",
                      "ANNUL takes no fields; leave them out, or choose REPLACE"));
      case REPLACE ->
          !none || entry.isAnnulled()
              ? Optional.empty()
              : Optional.of(
                  Refusal.ofField(
                      RectifyingRule.NOTHING_TO_CHANGE,
                      "fields",
                      "REPLACE needs the fields that were wrong, with their right values"));
    };
  }

  private static Optional<Refusal> stays(Entry entry, String why) {
    return Optional.of(
        new Refusal(
            RectifyingRule.ENTRY_STAYS,
            "position",
            Long.toString(entry.recorded().position()),
            "%s at position %d stays: %s"
                .formatted(
                    entry.recorded().event().getClass().getSimpleName(),
                    entry.recorded().position(),
                    why)));
  }
}
