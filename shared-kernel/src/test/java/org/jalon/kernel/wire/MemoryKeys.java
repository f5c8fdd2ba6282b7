package org.jalon.kernel.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jalon.kernel.CaseId;

/** A key store for tests, in memory. */
public final class MemoryKeys implements KeyStore, KeyMarks {

  /** When every destruction takes place. */
  public static final Instant DESTROYED_AT = Instant.parse("2026-06-01T10:00:00Z");

  private final Map<CaseId, List<SubjectKey>> keys = new LinkedHashMap<>();
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
    return live(caseId).isEmpty() ? rotate(caseId) : live(caseId).getLast();
  }

  @Override
  public synchronized SubjectKey rotate(CaseId caseId) {
    SubjectKey key = fresh.get();
    live(caseId).add(key);
    states.put(key.id(), new Live(key));
    return key;
  }

  @Override
  public synchronized List<Rotation> pendingRotations() {
    return keys.entrySet().stream()
        .filter(of -> of.getValue().size() > 1)
        .map(of -> new Rotation(of.getKey(), of.getValue().stream().map(SubjectKey::id).toList()))
        .toList();
  }

  @Override
  public synchronized int destroyRetired(CaseId caseId, String keyId, long position) {
    if (!states.containsKey(keyId)) {
      throw new KeyUnavailable("key %s was never one of case %s".formatted(keyId, caseId));
    }
    List<String> live = live(caseId).stream().map(SubjectKey::id).toList();
    return destroy(caseId, Math.max(0, live.indexOf(keyId)), position);
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
    return destroy(caseId, live(caseId).size(), position);
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

  /** Loses a case's keys without a trace, as a store restored from an old backup would. */
  public synchronized void lose(CaseId caseId) {
    live(caseId).forEach(key -> states.remove(key.id()));
    keys.remove(caseId);
  }

  /** How often states were asked for. */
  public synchronized int questions() {
    return questions;
  }

  private List<SubjectKey> live(CaseId caseId) {
    return keys.computeIfAbsent(caseId, _ -> new ArrayList<>());
  }

  private int destroy(CaseId caseId, int oldest, long position) {
    List<SubjectKey> doomed = live(caseId).subList(0, oldest);
    int destroyed = doomed.size();
    doomed.forEach(key -> states.put(key.id(), new Destroyed(DESTROYED_AT, position)));
    doomed.clear();
    return destroyed;
  }
}
