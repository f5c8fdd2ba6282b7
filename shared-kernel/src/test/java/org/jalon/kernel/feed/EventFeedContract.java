package org.jalon.kernel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.Event;
import org.junit.jupiter.api.Test;

/** What every feed promises its readers; extended for each of them, over a ledger still empty. */
public abstract class EventFeedContract {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(30);

  /** For those who extend it. */
  protected EventFeedContract() {}

  /** The feed, of a ledger in which only {@link #record} records. */
  protected abstract EventFeed feed();

  /** Records the events in one batch. */
  protected abstract void record(Event... batch) throws Exception;

  @Test
  void an_empty_ledger_has_neither_head_nor_events() throws Exception {
    assertThat(feed().head()).isZero();
    assertThat(feed().after(0, 10, Duration.ZERO)).isEmpty();
    assertThat(feed().chainHashAt(1)).isEmpty();
  }

  @Test
  void events_come_in_order_without_gaps_as_they_were_recorded() throws Exception {
    recordCases(3, 1, 2);

    List<Recorded> all = read(0, 6);

    assertThat(all).extracting(Recorded::position).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(all)
        .extracting(Recorded::event)
        .containsExactly(
            IntStream.rangeClosed(1, 6).mapToObj(EventFeedContract::fact).toArray(Event[]::new));
    assertThat(all).extracting(Recorded::eventId).doesNotHaveDuplicates();
    assertThat(all).extracting(Recorded::recordedAt).isSorted();
    assertThat(feed().head()).isEqualTo(6);
  }

  @Test
  void no_more_come_than_were_asked_for_and_the_rest_follows() throws Exception {
    recordCases(2, 3);

    List<Long> positions = new ArrayList<>();
    for (long after = 0; after < 5; after = positions.getLast()) {
      List<Recorded> page = feed().after(after, 2, LONG);
      assertThat(page).hasSizeBetween(1, 2);
      page.forEach(event -> positions.add(event.position()));
    }

    assertThat(positions).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void a_reader_at_the_head_waits_as_long_as_it_has_patience() throws Exception {
    recordCases(1);
    long before = System.nanoTime();

    assertThat(feed().after(1, 10, SHORT)).isEmpty();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(SHORT, LONG);
  }

  @Test
  void a_reader_that_waits_is_woken_by_what_is_recorded() throws Exception {
    CompletableFuture<List<Recorded>> waiting =
        CompletableFuture.supplyAsync(() -> afterTheStart(feed()));

    recordCases(1);

    assertThat(waiting.get(LONG.toSeconds() / 2, TimeUnit.SECONDS)).hasSize(1);
  }

  @Test
  void a_position_beyond_the_head_is_waited_for_too() throws Exception {
    recordCases(2);
    long before = System.nanoTime();

    assertThat(feed().after(7, 10, SHORT)).isEmpty();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(SHORT, LONG);
  }

  @Test
  void an_interrupted_reader_stops_waiting() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> feed().after(0, 10, LONG));
  }

  @Test
  void a_chain_hash_is_that_of_the_batch_and_there_is_none_beyond_the_head() throws Exception {
    recordCases(2, 1);
    List<Recorded> all = read(0, 3);

    for (Recorded event : all) {
      assertThat(feed().chainHashAt(event.position()).orElseThrow()).isEqualTo(event.chainHash());
    }
    assertThat(all.get(0).chainHash()).isEqualTo(all.get(1).chainHash());
    assertThat(all.get(2).chainHash()).isNotEqualTo(all.get(1).chainHash());
    assertThat(feed().chainHashAt(4)).isEmpty();
  }

  @Test
  void reading_begins_after_any_position_and_again_after_an_earlier_one() throws Exception {
    recordCases(3, 1, 2);

    for (long position : new long[] {4, 2, 5, 0, 3, 1}) {
      assertThat(read(position, 6))
          .extracting(Recorded::position)
          .containsExactlyElementsOf(LongStream.rangeClosed(position + 1, 6).boxed().toList());
    }
    assertThat(feed().after(6, 10, SHORT)).isEmpty();
  }

  @Test
  void what_is_read_again_is_the_same() throws Exception {
    recordCases(2, 2);

    List<Recorded> first = read(0, 4);
    List<Recorded> second = read(0, 4);

    for (int i = 0; i < 4; i++) {
      assertThat(second.get(i).eventId()).isEqualTo(first.get(i).eventId());
      assertThat(second.get(i).chainHash()).isEqualTo(first.get(i).chainHash());
      assertThat(second.get(i).recordedAt()).isEqualTo(first.get(i).recordedAt());
      assertThat(second.get(i).stamp()).isEqualTo(first.get(i).stamp());
      assertThat(second.get(i).stored().clear()).isEqualTo(first.get(i).stored().clear());
      assertThat(second.get(i).stored().sealed()).isEqualTo(first.get(i).stored().sealed());
    }
  }

  @Test
  void readers_side_by_side_each_receive_everything() throws Exception {
    int batches = 20;
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var reading =
          List.of(0L, 0L, 10L).stream()
              .map(from -> readers.submit(() -> read(from, 2 * batches)))
              .toList();
      for (int i = 0; i < batches; i++) {
        record(fact(2 * i + 1), fact(2 * i + 2));
      }
      for (var reader : reading) {
        assertThat(reader.get(2 * LONG.toSeconds(), TimeUnit.SECONDS))
            .extracting(Recorded::position)
            .endsWith(2L * batches)
            .isSorted()
            .doesNotHaveDuplicates();
      }
      assertThat(reading.getFirst().get()).hasSize(2 * batches);
      assertThat(reading.getLast().get()).hasSize(2 * batches - 10);
    }
  }

  /** Reads on after a position until the last one has come, page by page. */
  protected final List<Recorded> read(long after, long last) throws InterruptedException {
    List<Recorded> all = new ArrayList<>();
    long reached = after;
    while (reached < last) {
      List<Recorded> page = feed().after(reached, 100, LONG);
      assertThat(page).as("after %d", reached).isNotEmpty();
      all.addAll(page);
      reached = page.getLast().position();
    }
    return all;
  }

  private static List<Recorded> afterTheStart(EventFeed feed) {
    try {
      return feed.after(0, 10, LONG);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Records batches of so many facts, each about the case of its position. */
  private void recordCases(int... sizes) throws Exception {
    int last = 0;
    for (int size : sizes) {
      record(
          IntStream.rangeClosed(last + 1, last + size)
              .mapToObj(EventFeedContract::fact)
              .toArray(Event[]::new));
      last += size;
    }
  }

  private static Event fact(int position) {
    return new AdhesionGiven(new CaseId("c-" + position));
  }
}
