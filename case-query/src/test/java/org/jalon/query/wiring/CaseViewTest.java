package org.jalon.query.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jalon.query.Facts.*;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Label;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.feed.HistoryForked;
import org.jalon.kernel.feed.LiveView;
import org.jalon.kernel.feed.MemoryFeed;
import org.jalon.kernel.feed.RebuildState;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.schema.ModuleSchema;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.MemoryKeys;
import org.jalon.postgres.ScratchDatabase;
import org.jalon.postgres.ScratchPostgres;
import org.jalon.query.casefile.CaseFile;
import org.jalon.query.casefile.CaseFiles;
import org.jalon.query.caselist.CaseFilter;
import org.jalon.query.caselist.CaseRows;
import org.jalon.query.caselist.CaseStatus;
import org.jalon.query.caselist.ListPlace;
import org.jalon.query.caselist.ListedCase;
import org.jalon.query.journal.Entry;
import org.jalon.query.journal.Journal;
import org.jalon.query.journal.Known;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CaseViewTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final ModuleSchema SCHEMA = new ModuleSchema(LedgerId.MAIN, "query");
  private static final CaseFilter ANY = new CaseFilter(null, null, null, null, null);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

  private final DatabaseAccess access = freshDatabase();
  private final MemoryFeed feed = new MemoryFeed(LedgerId.MAIN, new MemoryKeys());
  private final Journal journal = new Journal(LedgerId.MAIN);
  private final CaseRows rows = new CaseRows();
  private final List<LiveView> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(LiveView::close);
  }

  @Test
  void what_is_recorded_is_listed_and_read() throws Exception {
    LiveView view = start();
    accompany(CASE);
    feed.append(march(9), intervention(CASE, "i1"), intervention(CASE, "i2"));
    reached(view);

    assertThat(listed(view, ANY))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.caseId()).isEqualTo("C1");
              assertThat(row.referent()).isEqualTo("ana");
              assertThat(row.status()).isEqualTo(CaseStatus.ACTIVE);
              assertThat(row.dueOn()).isEqualTo(JUNE);
            });
    CaseFiles.Found found = file(view, CASE);
    assertThat(found.file()).isInstanceOf(CaseFile.Active.class);
    assertThat(found.interventionsInAll()).isEqualTo(2);
    assertThat(found.interventions()).extracting(Fact::position).containsExactly(9L, 8L);
  }

  @Test
  void a_batch_applied_twice_changes_nothing() throws Exception {
    LiveView view = start();
    accompany(CASE);
    feed.append(march(9), intervention(CASE, "i1"));
    reached(view);
    var before = state(view);
    var batch = feed.after(0, 100, Duration.ZERO);

    try (var pool = access.pool(SCHEMA, 1);
        var connection = pool.getConnection()) {
      var cases = new Cases(journal, rows);
      cases.apply(connection, batch);
      cases.apply(connection, batch.subList(3, 5));
    }

    assertThat(state(view)).isEqualTo(before);
  }

  @Test
  void a_back_dated_fact_takes_its_place_in_the_world() throws Exception {
    LiveView view = start();
    feed.append(march(1), opened(CASE));
    feed.append(march(9), assigned(CASE, BEN));
    feed.append(march(5), assigned(CASE, ANA));
    reached(view);

    assertThat(listed(view, ANY)).extracting(ListedCase::referent).containsExactly("ben");
  }

  @Test
  void a_rectification_changes_the_row_from_its_recording_on() throws Exception {
    LiveView view = start();
    accompany(CASE);
    feed.append(march(20), replaced(CASE, 6, march(2), assigned(CASE, BEN)));
    feed.append(march(20), annulled(CASE, 7));
    reached(view);

    assertThat(listed(view, ANY))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.referent()).isEqualTo("ben");
              assertThat(row.status()).isEqualTo(CaseStatus.INTAKE);
            });
    assertThat(file(view, CASE, new Known(null, null, 7L)).file())
        .isInstanceOf(CaseFile.Active.class);
    assertThat(file(view, CASE, new Known(march(2), null, 8L)).file())
        .isInstanceOfSatisfying(
            CaseFile.Intake.class,
            intake ->
                assertThat(intake.prepared().mandate())
                    .hasValueSatisfying(m -> assertThat(m.referent()).isEqualTo(BEN)));
  }

  @Test
  void a_case_whose_opening_was_annulled_is_no_longer_listed_and_keeps_its_history()
      throws Exception {
    LiveView view = start();
    feed.append(march(1), opened(CASE));
    reached(view);
    assertThat(listed(view, ANY)).hasSize(1);
    feed.append(march(2), annulled(CASE, 1));
    reached(view);

    assertThat(listed(view, ANY)).isEmpty();
    assertThat(file(view, CASE).file()).isInstanceOf(CaseFile.Unopened.class);
    assertThat(history(view, CASE)).extracting(Entry::position).containsExactly(1L, 2L);
  }

  @Test
  void rectified_interventions_are_shown_and_counted_as_they_stand() throws Exception {
    LiveView view = start();
    feed.append(march(1), opened(CASE));
    feed.append(march(2), intervention(CASE, "a"), intervention(CASE, "b"));
    feed.append(march(4), intervention(CASE, "c"));
    feed.append(march(20), annulled(CASE, 2));
    feed.append(march(20), replaced(CASE, 3, march(9), intervention(CASE, "b")));
    reached(view);

    CaseFiles.Found now = file(view, CASE);
    assertThat(now.interventionsInAll()).isEqualTo(2);
    assertThat(now.interventions()).extracting(Fact::position).containsExactly(3L, 4L);
    CaseFiles.Found then = file(view, CASE, new Known(march(4), null, null));
    assertThat(then.interventionsInAll()).isEqualTo(1);
    assertThat(then.interventions()).extracting(Fact::position).containsExactly(4L);
    CaseFiles.Found before = file(view, CASE, new Known(null, null, 4L));
    assertThat(before.interventions()).extracting(Fact::position).containsExactly(4L, 3L, 2L);
  }

  @Test
  void rectifications_of_posts_are_none_of_a_cases_business() throws Exception {
    LiveView view = start();
    feed.append(march(1), opened(CASE));
    feed.append(
        march(2),
        new EntryRectified(
            1, "PostClosed", null, List.of("post:P1"), null, null, new Label("by mistake")));
    reached(view);

    assertThat(listed(view, ANY)).hasSize(1);
    assertThat(history(view, CASE)).hasSize(1);
  }

  @Test
  void the_past_is_read_by_day_by_record_and_by_position() throws Exception {
    LiveView view = start();
    accompany(CASE);
    reached(view);

    assertThat(file(view, CASE, new Known(march(3), null, null)).file())
        .isInstanceOf(CaseFile.Intake.class);
    assertThat(file(view, CASE, new Known(null, null, 6L)).file())
        .isInstanceOf(CaseFile.Intake.class);
    assertThat(
            file(view, CASE, new Known(null, Instant.parse("2025-12-31T00:00:00Z"), null)).file())
        .isInstanceOf(CaseFile.Unopened.class);
  }

  @Test
  void the_list_is_filtered_ordered_and_paged() throws Exception {
    LiveView view = start();
    for (int n = 9; n >= 1; n--) {
      feed.append(march(n < 5 ? 1 : 2), opened(new CaseId("P" + n)));
    }
    feed.append(march(3), closed(new CaseId("P1")));
    feed.append(march(3), assigned(new CaseId("P2"), ANA), planned(new CaseId("P2"), JUNE));
    reached(view);

    CaseRows.Page first = page(view, ANY, Optional.empty(), 6);
    assertThat(first.total()).isEqualTo(9);
    assertThat(first.cases())
        .extracting(ListedCase::caseId)
        .containsExactly("P1", "P2", "P3", "P4", "P5", "P6");
    var last = first.cases().getLast();
    assertThat(
            page(view, ANY, Optional.of(new ListPlace(last.openedOn(), last.caseId())), 6).cases())
        .extracting(ListedCase::caseId)
        .containsExactly("P7", "P8", "P9");
    assertThat(listed(view, new CaseFilter(ANA, TEAM, PROGRAMME, CaseStatus.INTAKE, JUNE)))
        .extracting(ListedCase::caseId)
        .containsExactly("P2");
    assertThat(listed(view, new CaseFilter(null, null, null, CaseStatus.CLOSED, null)))
        .extracting(ListedCase::caseId)
        .containsExactly("P1");
    assertThat(listed(view, new CaseFilter(null, null, null, null, JUNE.minusDays(1)))).isEmpty();
  }

  @Test
  void after_a_restart_the_view_goes_on_from_its_fence() throws Exception {
    LiveView view = start();
    accompany(CASE);
    reached(view);
    view.close();
    feed.append(march(20), opened(OTHER_CASE));

    LiveView again = start();
    reached(again);

    assertThat(listed(again, ANY)).extracting(ListedCase::caseId).containsExactly("C1", "C2");
    assertThat(history(again, CASE)).hasSize(7);
  }

  @Test
  void a_ledger_that_comes_back_later_is_followed_again() throws Exception {
    LiveView view = start();
    accompany(CASE);
    reached(view);
    feed.away(true);
    feed.append(march(20), opened(OTHER_CASE));
    feed.away(false);

    reached(view);
    assertThat(view.failure()).isEmpty();
  }

  @Test
  void a_forked_history_stops_the_view_until_it_is_rebuilt() throws Exception {
    LiveView view = start();
    accompany(CASE);
    reached(view);
    view.close();
    feed.loseAfter(3);
    feed.append(march(20), opened(OTHER_CASE), assigned(OTHER_CASE, BEN));
    feed.append(march(21), started(OTHER_CASE), ended(OTHER_CASE));

    LiveView again = start();
    await().atMost(SOON).until(() -> again.failure().isPresent());
    assertThat(again.failure())
        .hasValueSatisfying(
            failure ->
                assertThat(failure)
                    .isInstanceOf(HistoryForked.class)
                    .hasMessageContaining("HISTORY_FORKED")
                    .hasMessageContaining("position 7"));
    assertThat(listed(again, ANY)).extracting(ListedCase::caseId).containsExactly("C1");

    assertThat(again.rebuild()).isTrue();
    await().atMost(SOON).until(() -> again.rebuildState().state() == RebuildState.State.DONE);
    reached(again);
    assertThat(again.failure()).isEmpty();
    assertThat(listed(again, ANY)).extracting(ListedCase::caseId).containsExactly("C1", "C2");
  }

  @Test
  void a_rebuild_beside_the_live_view_ends_in_the_same_rows_while_events_go_on() throws Exception {
    LiveView view = start();
    for (int n = 0; n < 300; n++) {
      accompany(new CaseId("R" + n));
    }
    reached(view);
    var before = state(view);

    assertThat(view.rebuild()).isTrue();
    int more = 0;
    while (view.rebuildState().state() == RebuildState.State.RUNNING && more < 5_000) {
      feed.append(march(20), opened(new CaseId("N" + more++)));
      assertThat(listed(view, ANY)).hasSizeGreaterThanOrEqualTo(300);
    }
    await().atMost(SOON).until(() -> view.rebuildState().state() != RebuildState.State.RUNNING);

    assertThat(view.rebuildState().failure()).isNull();
    assertThat(view.rebuildState().state()).isEqualTo(RebuildState.State.DONE);
    feed.append(march(21), opened(new CaseId("Z")));
    reached(view);
    assertThat(more).isPositive();
    assertThat(listed(view, ANY)).hasSize(300 + more + 1).containsAll(before);
  }

  @Test
  void after_a_rebuild_the_next_start_finds_its_tables_in_order() throws Exception {
    LiveView view = start();
    accompany(CASE);
    reached(view);
    var before = state(view);
    view.rebuild();
    await().atMost(SOON).until(() -> view.rebuildState().state() == RebuildState.State.DONE);
    view.close();

    LiveView again = start();
    reached(again);
    assertThat(state(again)).isEqualTo(before);
  }

  @Test
  void a_rebuild_that_fails_leaves_the_live_view_as_it_was() throws Exception {
    LiveView view = start();
    accompany(CASE);
    reached(view);
    asOwner(
        """
        CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql
          AS $$ BEGIN RAISE EXCEPTION 'no grants today'; END $$;
        CREATE EVENT TRIGGER no_grants ON ddl_command_start WHEN TAG IN ('GRANT')
          EXECUTE FUNCTION refuse()
        """);

    assertThat(view.rebuild()).isTrue();
    await().atMost(SOON).until(() -> view.rebuildState().state() != RebuildState.State.RUNNING);

    assertThat(view.rebuildState().state()).isEqualTo(RebuildState.State.FAILED);
    assertThat(view.rebuildState().failure()).contains("no grants today");
    feed.append(march(20), opened(OTHER_CASE));
    reached(view);
    assertThat(listed(view, ANY)).hasSize(2);
  }

  @Test
  void one_rebuild_runs_at_a_time() throws Exception {
    LiveView view = start();
    accompany(CASE);
    reached(view);

    assertThat(view.rebuildState().state()).isEqualTo(RebuildState.State.NONE);
    try (var reader = access.owner().getConnection();
        var statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("LOCK TABLE jalon_main_query.fence IN ACCESS SHARE MODE");
      assertThat(view.rebuild()).isTrue();
      assertThat(view.rebuild()).isFalse();
      assertThat(view.rebuildState().state()).isEqualTo(RebuildState.State.RUNNING);
      reader.rollback();
    }
    await().atMost(SOON).until(() -> view.rebuildState().state() == RebuildState.State.DONE);
    assertThat(view.rebuild()).isTrue();
  }

  @Test
  void the_role_of_the_view_can_remove_nothing() throws Exception {
    start();
    try (var pool = access.pool(SCHEMA, 1);
        var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      for (String forbidden :
          List.of("DELETE FROM entry", "UPDATE entry SET type = ''", "DROP TABLE fence")) {
        assertThatThrownBy(() -> statement.execute(forbidden))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
      }
    }
  }

  @Test
  void an_import_of_ten_thousand_events_is_followed_in_seconds() throws Exception {
    for (int n = 0; n < 1_400; n++) {
      var caseId = new CaseId("I" + n);
      Event[] trace = {
        opened(caseId),
        assigned(caseId, ANA),
        started(caseId),
        intervention(caseId, "a"),
        intervention(caseId, "b"),
        ended(caseId),
        closed(caseId)
      };
      feed.append(march(1), trace);
    }

    LiveView view = start();
    assertThat(view.await(feed.head(), Duration.ofSeconds(10))).isTrue();
    assertThat(page(view, ANY, Optional.empty(), 1).total()).isEqualTo(1_400);
  }

  @Test
  void a_case_with_thousands_of_interventions_is_read_within_bounds() throws Exception {
    feed.append(march(1), opened(CASE));
    for (int n = 0; n < 50; n++) {
      Event[] many = new Event[100];
      for (int i = 0; i < many.length; i++) {
        many[i] = intervention(CASE, n + "-" + i);
      }
      feed.append(march(2), many);
    }
    LiveView view = start();
    reached(view);

    CaseFiles.Found found = file(view, CASE);
    assertThat(found.interventionsInAll()).isEqualTo(5_000);
    assertThat(found.interventions()).hasSize(CaseFiles.MOST_INTERVENTIONS);
    assertThat(found.entries()).hasSize(CaseFiles.MOST_INTERVENTIONS + 1);
  }

  private static DatabaseAccess freshDatabase() {
    ScratchDatabase scratch = ScratchPostgres.fresh();
    return new DatabaseAccess(scratch.url(), scratch.user(), scratch.password());
  }

  private void asOwner(String sql) throws SQLException {
    try (var owner = access.owner().getConnection();
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private LiveView start() {
    var view = new LiveView(feed, new Cases(journal, rows), SCHEMA, access, 4);
    opened.add(view);
    view.start();
    return view;
  }

  private void reached(LiveView view) throws InterruptedException {
    assertThat(view.await(feed.head(), SOON)).as("view has reached the head").isTrue();
  }

  private void accompany(CaseId caseId) {
    feed.append(march(1), opened(caseId));
    feed.append(march(2), proposed(caseId), agreed(caseId));
    feed.append(march(3), objective(caseId, JUNE), planned(caseId, JUNE), assigned(caseId, ANA));
    feed.append(march(4), started(caseId));
  }

  private List<ListedCase> listed(LiveView view, CaseFilter filter) throws SQLException {
    return page(view, filter, Optional.empty(), 10_000).cases();
  }

  private CaseRows.Page page(LiveView view, CaseFilter filter, Optional<ListPlace> after, int most)
      throws SQLException {
    return view.read(connection -> rows.list(connection, filter, after, most)).value();
  }

  private CaseFiles.Found file(LiveView view, CaseId caseId) throws SQLException {
    return file(view, caseId, Known.ALL);
  }

  private CaseFiles.Found file(LiveView view, CaseId caseId, Known known) throws SQLException {
    return view.read(connection -> new CaseFiles(journal).find(connection, caseId, known)).value();
  }

  private List<Entry> history(LiveView view, CaseId caseId) throws SQLException {
    return view.read(connection -> journal.history(connection, caseId, 0, 10_000))
        .value()
        .entries();
  }

  private List<ListedCase> state(LiveView view) throws SQLException {
    return listed(view, ANY);
  }
}
