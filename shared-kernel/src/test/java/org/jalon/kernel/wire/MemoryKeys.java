package org.jalon.kernel.wire;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jalon.kernel.CaseId;

/** A key store for tests: one key per case, in memory. */
public final class MemoryKeys implements KeyStore, KeyMarks {

  /** When every destruction takes place. */
  public static final Instant DESTROYED_AT = Instant.parse("2026-06-01T10:00:00Z");

  private final Map<CaseId, SubjectKey> keys = new HashMap<>();
  private final Map<String, KeyState> states = new HashMap<>();
  private final Map<String, String> marks = new HashMap<>();
  private final Supplier<SubjectKey> fresh;
  private int questions;

  /** An empty store. */
  public MemoryKeys() {
    this(SubjectKey::random);
  }

  MemoryKeys(Supplier<SubjectKey> fresh) {
    this.fresh = fresh;
  }

  @Override
  public synchronized SubjectKey keyOf(CaseId caseId) {
    SubjectKey key = keys.computeIfAbsent(caseId, _ -> fresh.get());
    states.putIfAbsent(key.id(), new Live(key));
    return key;
  }

  @Override
  public synchronized Map<String, KeyState> states(Collection<String> keyIds) {
    questions++;
    var known = new HashMap<>(states);
    known.keySet().retainAll(keyIds);
    return known;
  }

  @Override
  public synchronized int destroy(CaseId caseId, long position) {
    SubjectKey key = keys.remove(caseId);
    if (key == null) {
      return 0;
    }
    states.put(key.id(), new Destroyed(DESTROYED_AT, position));
    return 1;
  }

  @Override
  public synchronized Optional<String> markOf(String name) {
    return Optional.ofNullable(marks.get(name));
  }

  @Override
  public synchronized String leaveMark(String name, String mark) {
    marks.putIfAbsent(name, mark);
    return marks.getOrDefault(name, mark);
  }

  /** Loses a case's key without a trace, as a store restored from an old backup would. */
  public synchronized void lose(CaseId caseId) {
    SubjectKey key = keys.remove(caseId);
    if (key != null) {
      states.remove(key.id());
    }
  }

  /** How often states were asked for. */
  public synchronized int questions() {
    return questions;
  }
}
