package org.jalon.kernel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.schema.ModuleSchema;
import org.jalon.kernel.schema.RoleDataSource;
import org.jalon.kernel.wire.EventCatalog;
import org.jalon.kernel.wire.EventCodec;
import org.jalon.kernel.wire.EventName;
import org.jalon.kernel.wire.MemoryKeys;
import org.jalon.kernel.wire.UnknownEvent;
import org.jalon.postgres.ScratchPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProjectorTest {

  private static final EffectiveDay DAY = EffectiveDay.of(2026, 3, 1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ModuleSchema SCHEMA = new ModuleSchema(LedgerId.MAIN, "probe");
  private static final DataSource OWNER = ScratchPostgres.freshDatabase();

  private final MemoryFeed feed = new MemoryFeed(LedgerId.MAIN, new MemoryKeys());
  private final DataSource database = new RoleDataSource(OWNER, SCHEMA);
  private final List<Projector> projectors = new ArrayList<>();

  /** Notes every position that is applied, without looking whether it was before. */
  private static class Noting implements Projection {

    @Override
    public String view() {
      return "probe";
    }

    @Override
    public void apply(Connection connection, List<Recorded> batch) throws SQLException {
      try (var insert = connection.prepareStatement("INSERT INTO applied (position) VALUES (?)")) {
        for (Recorded event : batch) {
          insert.setLong(1, event.position());
          insert.addBatch();
        }
        insert.executeBatch();
      }
    }
  }

  ProjectorTest() {
    SCHEMA.drop(OWNER);
    SCHEMA.migrate(OWNER);
  }

  @AfterEach
  void stop() {
    projectors.forEach(Projector::close);
  }

  @Test
  void a_view_follows_the_feed_and_goes_on_where_it_was() throws Exception {
    record(3);
    Projector first = follow(new Noting());
    assertThat(first.await(3, PATIENCE)).isTrue();
    record(2);
    assertThat(first.await(5, PATIENCE)).isTrue();
    first.close();

    record(2);
    assertThat(follow(new Noting()).await(7, PATIENCE)).isTrue();

    assertThat(applied()).containsExactlyElementsOf(upTo(7));
  }

  @Test
  void two_who_follow_one_view_never_apply_twice() throws Exception {
    var noting = new Noting();
    List<Projector> racers = IntStream.range(0, 4).mapToObj(_ -> follow(noting)).toList();
    for (int i = 0; i < 200; i++) {
      record(1 + i % 3);
    }
    long head = feed.head();

    for (Projector racer : racers) {
      assertThat(racer.await(head, PATIENCE)).isTrue();
      assertThat(racer.failure()).isEmpty();
    }
    assertThat(applied()).containsExactlyElementsOf(upTo(head));
  }

  @Test
  void a_passing_fault_is_retried_and_leaves_nothing_half() throws Exception {
    record(3);
    var failingTwice =
        new Noting() {
          private int left = 2;

          @Override
          public void apply(Connection connection, List<Recorded> batch) throws SQLException {
            super.apply(connection, batch);
            if (left-- > 0) {
              throw new SQLException("the line was cut", "08006");
            }
          }
        };

    assertThat(follow(failingTwice).await(3, PATIENCE)).isTrue();
    assertThat(applied()).containsExactlyElementsOf(upTo(3));
  }

  @Test
  void a_feed_that_is_away_is_waited_for() throws Exception {
    feed.away(true);
    Projector projector = follow(new Noting());
    feed.away(false);
    record(1);

    assertThat(projector.await(1, PATIENCE)).isTrue();
  }

  @Test
  void an_unknown_event_stops_the_view_loudly() throws Exception {
    record(2);
    var strict =
        new Noting() {
          @Override
          public void apply(Connection connection, List<Recorded> batch) throws SQLException {
            super.apply(connection, batch);
            if (batch.getLast().position() > 2) {
              EventCatalog.typeOf("CaseLost", 1);
            }
          }
        };
    Projector projector = follow(strict);
    assertThat(projector.await(2, PATIENCE)).isTrue();
    record(1);

    assertThat(projector.await(3, PATIENCE)).isFalse();
    assertThat(projector.failure()).containsInstanceOf(UnknownEvent.class);
    assertThat(projector.position()).isEqualTo(2);
    assertThat(applied()).containsExactlyElementsOf(upTo(2));
  }

  @Test
  void an_event_of_a_newer_version_stops_the_view_where_it_stands() throws Exception {
    record(3);
    var projector = new Projector(new NewerFeed(feed, 3), new Noting(), database);
    projectors.add(projector);

    projector.start();

    assertThat(projector.await(3, PATIENCE)).isFalse();
    assertThat(projector.failure())
        .containsInstanceOf(UnknownEvent.class)
        .hasValueSatisfying(
            cause -> assertThat(cause).hasMessageContaining("AdhesionGiven version 2"));
    assertThat(applied()).containsExactlyElementsOf(upTo(2));
  }

  /** Its event at a position was recorded by a newer Jalon. */
  private record NewerFeed(EventFeed before, long newer) implements EventFeed {

    @Override
    public LedgerId ledger() {
      return before.ledger();
    }

    @Override
    public List<Recorded> after(long position, int most, Duration patience)
        throws InterruptedException {
      if (position == newer - 1) {
        new EventCodec().decodeWithoutTexts(new EventName("AdhesionGiven", 2), new byte[0]);
      }
      return before.after(
          position, Math.toIntExact(Math.min(most, newer - 1 - position)), patience);
    }

    @Override
    public long head() {
      return before.head();
    }

    @Override
    public Optional<byte[]> chainHashAt(long position) {
      return before.chainHashAt(position);
    }
  }

  @Test
  void data_that_the_tables_refuse_stops_the_view_instead_of_being_tried_for_ever()
      throws Exception {
    record(1);
    var poison =
        new Noting() {
          @Override
          public void apply(Connection connection, List<Recorded> batch) throws SQLException {
            try (var statement = connection.createStatement()) {
              statement.execute("INSERT INTO applied VALUES (1, 1000)");
            }
          }
        };

    Projector projector = follow(poison);

    assertThat(projector.await(1, PATIENCE)).isFalse();
    assertThat(projector.failure())
        .hasValueSatisfying(
            cause -> assertThat(cause).hasMessageContaining("what follows position 0"));
    assertThat(applied()).isEmpty();
  }

  @Test
  void a_view_that_dies_says_so() {
    record(1);
    var dying =
        new Noting() {
          @Override
          public void apply(Connection connection, List<Recorded> batch) {
            throw new StackOverflowError("a fold without end");
          }
        };

    Projector projector = follow(dying);

    await().atMost(PATIENCE).until(() -> projector.failure().isPresent());
  }

  @Test
  void a_ledger_that_lost_what_the_view_rests_on_is_a_forked_history() throws Exception {
    record(5);
    Projector before = follow(new Noting());
    assertThat(before.await(5, PATIENCE)).isTrue();
    before.close();
    feed.loseAfter(3);

    Projector beyondTheHead = follow(new Noting());
    await().atMost(PATIENCE).until(() -> beyondTheHead.failure().isPresent());
    assertThat(beyondTheHead.failure())
        .containsInstanceOf(HistoryForked.class)
        .hasValueSatisfying(cause -> assertThat(cause).hasMessageContaining("position 5"));

    record(4);
    Projector otherEvents = follow(new Noting());
    await().atMost(PATIENCE).until(() -> otherEvents.failure().isPresent());
    assertThat(otherEvents.failure()).containsInstanceOf(HistoryForked.class);
    assertThat(applied()).containsExactlyElementsOf(upTo(5));
  }

  @Test
  void one_that_never_began_can_be_closed() {
    var projector = new Projector(feed, new Noting(), database);

    projector.close();

    assertThat(projector.position()).isZero();
  }

  private Projector follow(Projection projection) {
    var projector = new Projector(feed, projection, database);
    projectors.add(projector);
    projector.start();
    return projector;
  }

  private void record(int events) {
    feed.append(
        DAY,
        IntStream.range(0, events)
            .mapToObj(_ -> new AdhesionGiven(new CaseId("c")))
            .toArray(Event[]::new));
  }

  private List<Long> applied() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT position FROM applied ORDER BY position")) {
      var positions = new ArrayList<Long>();
      while (rows.next()) {
        positions.add(rows.getLong(1));
      }
      return positions;
    }
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
