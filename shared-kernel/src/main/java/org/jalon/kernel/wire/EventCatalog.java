package org.jalon.kernel.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentProposed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseReopened;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.DurationPlanned;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.EntryRedacted;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.event.HandOverDeclined;
import org.jalon.kernel.event.HandOverProposed;
import org.jalon.kernel.event.HandOverWithdrawn;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.event.ObjectiveAbandoned;
import org.jalon.kernel.event.ObjectiveEvaluated;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.PostClosed;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.PostResized;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.ReferentReleased;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.event.WorkingTimeChanged;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which class stands for which stored name and version. When the fields of a released kind change,
 * its line gets the next version and {@code UPCASTS} a function from the one before.
 */
public final class EventCatalog {

  /** One line of the catalogue. */
  public record Entry(Class<? extends Event> type, EventName name) {}

  private static final List<Entry> ENTRIES =
      List.of(
          entry(CaseOpened.class, "CaseOpened", 1),
          entry(AccompanimentProposed.class, "AccompanimentProposed", 1),
          entry(AdhesionGiven.class, "AdhesionGiven", 1),
          entry(ObjectiveSet.class, "ObjectiveSet", 1),
          entry(DurationPlanned.class, "DurationPlanned", 1),
          entry(ReferentAssigned.class, "ReferentAssigned", 1),
          entry(ReferentReleased.class, "ReferentReleased", 1),
          entry(HandOverProposed.class, "HandOverProposed", 1),
          entry(HandOverDeclined.class, "HandOverDeclined", 1),
          entry(HandOverWithdrawn.class, "HandOverWithdrawn", 1),
          entry(ReferentChanged.class, "ReferentChanged", 1),
          entry(CaseloadCeilingOverridden.class, "CaseloadCeilingOverridden", 1),
          entry(AccompanimentStarted.class, "AccompanimentStarted", 1),
          entry(InterventionRecorded.class, "InterventionRecorded", 1),
          entry(ObjectiveEvaluated.class, "ObjectiveEvaluated", 1),
          entry(ObjectiveAbandoned.class, "ObjectiveAbandoned", 1),
          entry(AccompanimentClosed.class, "AccompanimentClosed", 1),
          entry(CaseClosed.class, "CaseClosed", 1),
          entry(CaseReopened.class, "CaseReopened", 1),
          entry(ForeignNumberKept.class, "ForeignNumberKept", 1),
          entry(EntryRectified.class, "EntryRectified", 1),
          entry(EntryRedacted.class, "EntryRedacted", 1),
          entry(NarrativeResealed.class, "NarrativeResealed", 1),
          entry(TerritoryCreated.class, "TerritoryCreated", 1),
          entry(TeamCreated.class, "TeamCreated", 1),
          entry(PostOpened.class, "PostOpened", 1),
          entry(PostResized.class, "PostResized", 1),
          entry(PostFilled.class, "PostFilled", 1),
          entry(WorkingTimeChanged.class, "WorkingTimeChanged", 1),
          entry(PostVacated.class, "PostVacated", 1),
          entry(PostClosed.class, "PostClosed", 1),
          entry(CaseloadAboveCeiling.class, "CaseloadAboveCeiling", 1),
          entry(ProgrammeDefined.class, "ProgrammeDefined", 1),
          entry(NormAdopted.class, "NormAdopted", 1));

  /** How older versions become newer ones; every line is of version 1 so far. */
  private static final Map<EventName, UnaryOperator<ObjectNode>> UPCASTS = Map.of();

  /** What is written and read. */
  static final EventVersions VERSIONS = new EventVersions(ENTRIES, UPCASTS);

  private static final Map<Set<Class<? extends Event>>, Set<String>> NAME_SETS =
      new ConcurrentHashMap<>();

  private EventCatalog() {}

  /** Every kind of fact, one line each. */
  public static List<Entry> entries() {
    return ENTRIES;
  }

  /** The stored name of an event. */
  public static EventName nameOf(Event event) {
    return nameOf(event.getClass());
  }

  /** The stored name of a kind of event. */
  public static EventName nameOf(Class<? extends Event> type) {
    return VERSIONS.nameOf(type);
  }

  /** The stored names of some kinds of events; of the few sets that are asked for, told once. */
  public static Set<String> namesOf(Set<Class<? extends Event>> types) {
    return NAME_SETS.computeIfAbsent(
        types,
        some ->
            some.stream().map(type -> nameOf(type).name()).collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * The class that stands for a stored name, of today's version or an older one.
   *
   * @throws UnknownEvent if there is none
   */
  public static Class<? extends Event> typeOf(String name, int version) {
    return VERSIONS.reading(new EventName(name, version)).type();
  }

  private static Entry entry(Class<? extends Event> type, String name, int version) {
    return new Entry(type, new EventName(name, version));
  }
}
