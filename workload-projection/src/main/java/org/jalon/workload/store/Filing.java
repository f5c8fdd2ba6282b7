package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.feed.Recorded;
import org.jalon.workload.span.Subject;

/**
 * In whose timelines the facts of a batch stand. A rectification stands wherever its entry does,
 * and both stand where the replacement belongs; one of an entry that moves nothing is left out.
 */
final class Filing {

  private final Connection connection;
  private final Facts facts;
  private final Map<Long, Set<Subject>> subjects;
  private final Map<Long, Recorded> inBatch = new HashMap<>();
  private final Map<Subject, TreeMap<Long, Recorded>> touched = new LinkedHashMap<>();

  private Filing(Connection connection, Facts facts, Map<Long, Set<Subject>> subjects) {
    this.connection = connection;
    this.facts = facts;
    this.subjects = subjects;
  }

  /** The facts of a batch by the subjects whose timelines they change, each in order. */
  static Filing of(Connection connection, Facts facts, List<Recorded> batch) throws SQLException {
    Set<Long> rectified =
        batch.stream()
            .map(Recorded::event)
            .filter(EntryRectified.class::isInstance)
            .map(event -> ((EntryRectified) event).position())
            .collect(Collectors.toSet());
    Map<Long, Set<Subject>> held =
        rectified.isEmpty() ? new HashMap<>() : facts.subjectsOf(connection, rectified);
    var filing = new Filing(connection, facts, held);
    for (Recorded recorded : batch) {
      filing.file(recorded);
    }
    return filing;
  }

  /** Those of one kind of subject, by its id. */
  Map<String, List<Recorded>> of(Subject.Kind kind) {
    var ofKind = new LinkedHashMap<String, List<Recorded>>();
    touched.forEach(
        (subject, recorded) -> {
          if (subject.kind() == kind) {
            ofKind.put(subject.id(), List.copyOf(recorded.values()));
          }
        });
    return ofKind;
  }

  private void file(Recorded recorded) throws SQLException {
    inBatch.put(recorded.position(), recorded);
    if (recorded.event() instanceof EntryRectified rectified) {
      fileWithEntry(recorded, rectified);
    } else {
      Subject.movedBy(recorded.event()).ifPresent(subject -> put(subject, recorded));
    }
  }

  private void fileWithEntry(Recorded recorded, EntryRectified rectified) throws SQLException {
    Set<Subject> concerned = Set.copyOf(subjects.getOrDefault(rectified.position(), Set.of()));
    if (concerned.isEmpty()) {
      return;
    }
    Optional<Subject> next =
        Optional.ofNullable(rectified.replacement())
            .map(Replacement::event)
            .flatMap(Subject::movedBy)
            .filter(subject -> !concerned.contains(subject));
    if (next.isPresent()) {
      fileEntry(rectified.position(), next.get());
      put(next.get(), recorded);
    }
    concerned.forEach(subject -> put(subject, recorded));
  }

  private void fileEntry(long position, Subject subject) throws SQLException {
    Recorded entry = inBatch.get(position);
    if (entry == null) {
      subjects.computeIfAbsent(position, _ -> new HashSet<>()).add(subject);
      facts.copy(connection, position, subject);
    } else {
      put(subject, entry);
    }
  }

  private void put(Subject subject, Recorded recorded) {
    subjects.computeIfAbsent(recorded.position(), _ -> new HashSet<>()).add(subject);
    touched.computeIfAbsent(subject, _ -> new TreeMap<>()).put(recorded.position(), recorded);
  }
}
