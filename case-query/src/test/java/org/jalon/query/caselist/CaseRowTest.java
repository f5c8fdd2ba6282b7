package org.jalon.query.caselist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.query.Facts.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.ReferentReleased;
import org.jalon.kernel.timeline.Fact;
import org.junit.jupiter.api.Test;

final class CaseRowTest {

  private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 31);

  @Test
  void a_case_is_listed_from_its_opening() {
    assertThat(after(at(1, march(1), assigned(CASE, ANA)))).isEmpty();
    assertThat(after(at(1, march(1), opened(CASE))))
        .hasValueSatisfying(
            row -> {
              assertThat(row.status()).isEqualTo(CaseStatus.INTAKE);
              assertThat(row.openedOn()).isEqualTo(march(1));
              assertThat(row.dueOn()).isEmpty();
            });
  }

  @Test
  void the_first_thing_due_counts_and_what_is_met_is_due_no_more() {
    Fact[] facts = {
      at(1, march(1), opened(CASE)),
      at(2, march(2), planned(CASE, JUNE)),
      at(3, march(2), objective(CASE, MAY)),
      at(4, march(3), evaluated(CASE, Outcome.PARTLY_MET)),
      at(5, march(4), evaluated(CASE, Outcome.MET))
    };

    assertThat(after(List.of(facts).subList(0, 2)).flatMap(CaseRow::dueOn)).hasValue(JUNE);
    assertThat(after(List.of(facts).subList(0, 4)).flatMap(CaseRow::dueOn)).hasValue(MAY);
    assertThat(after(facts).flatMap(CaseRow::dueOn)).hasValue(JUNE);
  }

  @Test
  void an_ended_accompaniment_leaves_no_referent_and_nothing_due() {
    assertThat(
            after(
                at(1, march(1), opened(CASE)),
                at(2, march(2), planned(CASE, JUNE)),
                at(3, march(2), objective(CASE, MAY)),
                at(4, march(2), assigned(CASE, ANA)),
                at(5, march(3), started(CASE)),
                at(6, march(9), ended(CASE))))
        .hasValueSatisfying(
            row -> {
              assertThat(row.status()).isEqualTo(CaseStatus.INTAKE);
              assertThat(row.referent()).isNull();
              assertThat(row.startedOn()).isNull();
              assertThat(row.dueOn()).isEmpty();
              assertThat(row.position()).isEqualTo(6);
            });
  }

  @Test
  void a_closed_case_says_when() {
    assertThat(after(at(1, march(1), opened(CASE)), at(2, march(5), closed(CASE))))
        .hasValueSatisfying(
            row -> {
              assertThat(row.status()).isEqualTo(CaseStatus.CLOSED);
              assertThat(row.closedOn()).isEqualTo(march(5));
            });
  }

  @Test
  void the_referent_of_a_row_is_who_pilots_the_case_now() {
    Fact open = at(1, march(1), opened(CASE));
    Fact ana = at(2, march(2), assigned(CASE, ANA));
    Fact handedOver = at(4, march(4), changed(CASE, ANA, BEN, JUNE));
    Fact released = at(5, march(5), new ReferentReleased(CASE, BEN, null));

    assertThat(after(open, ana, at(3, march(3), handOver(CASE, ANA, BEN))))
        .map(CaseRow::referent)
        .hasValue(ANA);
    assertThat(after(open, ana, handedOver)).map(CaseRow::referent).hasValue(BEN);
    assertThat(after(open, ana, handedOver, released)).map(CaseRow::referent).isEmpty();
  }

  @Test
  void a_reopened_case_is_listed_by_its_first_opening_and_in_intake() {
    assertThat(
            after(
                at(1, march(1), opened(CASE)),
                at(2, march(5), closed(CASE)),
                at(3, march(9), reopened(CASE))))
        .hasValueSatisfying(
            row -> {
              assertThat(row.status()).isEqualTo(CaseStatus.INTAKE);
              assertThat(row.openedOn()).isEqualTo(march(1));
              assertThat(row.closedOn()).isNull();
            });
  }

  @Test
  void a_closed_case_takes_nothing_but_a_reopening() {
    assertThat(
            after(
                at(1, march(1), opened(CASE)),
                at(2, march(5), closed(CASE)),
                at(3, march(6), assigned(CASE, ANA)),
                at(4, march(6), started(CASE)),
                at(5, march(7), closed(CASE))))
        .hasValueSatisfying(
            row -> {
              assertThat(row.status()).isEqualTo(CaseStatus.CLOSED);
              assertThat(row.referent()).isNull();
              assertThat(row.closedOn()).isEqualTo(march(5));
            });
  }

  private static Optional<CaseRow> after(Fact... facts) {
    return after(List.of(facts));
  }

  private static Optional<CaseRow> after(List<Fact> facts) {
    Optional<CaseRow> row = Optional.empty();
    for (Fact fact : facts) {
      row = CaseRow.evolve(row, fact);
    }
    return row;
  }
}
