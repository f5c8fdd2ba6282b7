package org.jalon.command.ledger;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Events and appends in a test's words. */
final class Appends {

  static final EventTag ANA = new EventTag("referent", "ana");
  static final EventTag BEN = new EventTag("referent", "ben");

  private Appends() {}

  static StagedEvent event(String name, EventTag... tags) {
    return event(name, TagHashes.SHA_256, null, tags);
  }

  static StagedEvent sealed(String name, String secret, EventTag... tags) {
    return event(name, TagHashes.SHA_256, secret.getBytes(StandardCharsets.UTF_8), tags);
  }

  static StagedEvent event(
      String name, TagHashes hashes, byte @Nullable [] sealed, EventTag... tags) {
    byte[] clear = ("about " + name).getBytes(StandardCharsets.UTF_8);
    return StagedEvent.of(
        UUID.randomUUID(),
        name,
        "1",
        Set.of(tags),
        Map.of("actor", "local"),
        new PayloadFormat.Stored(clear, sealed, LocalDate.of(2026, 3, 1)),
        hashes);
  }

  /** An event of so many kilobytes. */
  static StagedEvent large(String name, int kilobytes) {
    return StagedEvent.of(
        UUID.randomUUID(),
        name,
        "1",
        Set.of(),
        Map.of(),
        new PayloadFormat.Stored(new byte[kilobytes * 1024], null, LocalDate.of(2026, 3, 1)),
        TagHashes.SHA_256);
  }

  static Criterion having(EventTag... tags) {
    return Criterion.of(Set.of(tags), Set.of(), TagHashes.SHA_256);
  }

  static Criterion having(Set<String> types, EventTag... tags) {
    return Criterion.of(Set.of(tags), types, TagHashes.SHA_256);
  }

  static OptionalLong append(Ledger ledger, StagedEvent... staged) {
    return get(ledger.append(List.of(staged), List.of(), 0));
  }

  static OptionalLong appendIfNone(
      Ledger ledger, long marker, Criterion criterion, StagedEvent... staged) {
    return get(ledger.append(List.of(staged), List.of(criterion), marker));
  }

  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
