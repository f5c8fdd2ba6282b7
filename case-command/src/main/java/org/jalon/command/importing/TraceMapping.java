package org.jalon.command.importing;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jalon.command.decision.Draft;
import org.jalon.command.takingover.ImportProgramme;
import org.jalon.command.takingover.ImportTrace;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.Label;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.Term;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.Mode;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.ReferentAssigned;

/** Traces of a log as the histories of cases in one programme. Safe for several threads. */
public final class TraceMapping {
  private static final Comparator<XesRecord> BY_TIME =
      Comparator.comparing(record -> record.timestamp().toInstant());

  private final DerivedIds ids;
  private final Pseudonyms pseudonyms;
  private final ProgrammeId programme;
  private final boolean closeAtLastEvent;
  private final ZoneId zone;

  /**
   * A mapping.
   *
   * @param pseudonyms names of the cases
   * @param closeAtLastEvent whether a trace without end date closes at its last event
   * @param zone in which days begin and end
   */
  public TraceMapping(
      DerivedIds ids,
      Pseudonyms pseudonyms,
      ProgrammeId programme,
      boolean closeAtLastEvent,
      ZoneId zone) {
    this.ids = ids;
    this.pseudonyms = pseudonyms;
    this.programme = programme;
    this.closeAtLastEvent = closeAtLastEvent;
    this.zone = zone;
  }

  /** The programme of all traces, without criteria, open to every profession. */
  public ImportProgramme programme() {
    return new ImportProgramme(
        new ProgrammeDefined(programme, new Label(programme.value()), List.of()),
        ids.id("xes:programme", List.of(programme.value())));
  }

  /**
   * The history of one trace, unless a value does not fit.
   *
   * @param skipped takes what is left out: the trace, or an event that names nobody
   */
  public Optional<ImportTrace> history(XesTrace trace, Consumer<SkippedLine> skipped) {
    try {
      return Optional.of(new History(trace, skipped).whole());
    } catch (BadField bad) {
      skipped.accept(bad.skipped());
      return Optional.empty();
    }
  }

  /** The facts of one trace, in the order of time. */
  private final class History {
    private final XesTrace trace;
    private final Consumer<SkippedLine> skipped;
    private final Checked checked;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<SkippedLine> left = new ArrayList<>();

    History(XesTrace trace, Consumer<SkippedLine> skipped) {
      this.trace = trace;
      this.skipped = skipped;
      this.checked = new Checked("Trace \"" + Shortened.of(trace.name()) + "\": ");
    }

    ImportTrace whole() throws BadField {
      var named =
          checked.value(
              trace.line(), XesAttributes.NAME, trace.name(), n -> pseudonyms.of("case", n));
      var caseId = checked.value(trace.line(), XesAttributes.NAME, named, CaseId::new);
      var household =
          checked.value(trace.line(), XesAttributes.NAME, named, n -> new HouseholdId("xes:" + n));
      var opening = new CaseOpened(caseId, household, programme, null);
      add("xes:open", opening, trace.opened());
      if (!named.equals(trace.name())) {
        var number =
            checked.value(trace.line(), XesAttributes.NAME, trace.name(), Narrative.Written::new);
        add("xes:number", new ForeignNumberKept(caseId, number), trace.opened());
      }
      if (trace.referent().isPresent()) {
        var referent =
            checked.value(trace.line(), "responsible", trace.referent().get(), ProfessionalId::new);
        add("xes:referent", new ReferentAssigned(caseId, referent), trace.opened());
      }
      add("xes:start", new AccompanimentStarted(caseId, false), trace.opened());
      for (var record : trace.records().stream().sorted(BY_TIME).toList()) {
        intervention(caseId, record);
      }
      var closed = trace.closed(closeAtLastEvent);
      if (closed.isPresent()) {
        var reason = ClosureReason.NOT_STATED;
        add("xes:end", new AccompanimentClosed(caseId, reason, null), closed.get());
        add("xes:close", new CaseClosed(caseId, reason, null), closed.get());
      }
      left.forEach(skipped);
      return new ImportTrace(opening, drafts);
    }

    private void intervention(CaseId caseId, XesRecord record) throws BadField {
      if (record.resource().isEmpty()) {
        left.add(
            checked.skipped(
                record.line(),
                XesAttributes.RESOURCE,
                "",
                "an event that names nobody in "
                    + XesAttributes.RESOURCE
                    + " is no intervention; name who did it and import again"));
        return;
      }
      var by =
          checked.value(
              record.line(), XesAttributes.RESOURCE, record.resource().get(), ProfessionalId::new);
      var act =
          record.name().isEmpty()
              ? null
              : checked.value(record.line(), XesAttributes.NAME, record.name().get(), Term::new);
      var id = ids.id("xes:act", programme.value(), trace, record);
      var named = new InterventionId(ids.of("intervention", id.toString()));
      var event =
          new InterventionRecorded(
              caseId, named, by, Mode.ACCOMPANIMENT, null, null, null, act, null);
      add(id, event, record.timestamp(), record.line());
    }

    private void add(String kind, Event event, OffsetDateTime at) throws BadField {
      add(ids.id(kind, programme.value(), trace), event, at, trace.line());
    }

    private void add(UUID id, Event event, OffsetDateTime at, long line) throws BadField {
      var effectiveOn =
          checked.value(
              line, XesAttributes.TIMESTAMP, at.toString(), _ -> EffectiveOn.instant(at, zone));
      drafts.add(new Draft(event, effectiveOn, id));
    }
  }
}
