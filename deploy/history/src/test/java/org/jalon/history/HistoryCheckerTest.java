package org.jalon.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.history.Told.about;
import static org.jalon.history.Told.event;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each broken promise is found under its name, and a kept one is not. */
class HistoryCheckerTest {

  private static final Event ABOUT_ONE = event(1, 1);
  private static final Event ABOUT_TWO = event(1, 2);
  private static final Outcome REJECTED = new Outcome.Rejected();
  private static final Outcome UNKNOWN = new Outcome.Unknown("lost");

  private static Append always(long request, Event... events) {
    return new Append(request, 0, List.of(), List.of(events));
  }

  private static Append ifNone(long request, long marker, int tag, Event... events) {
    return new Append(request, marker, about(tag), List.of(events));
  }

  private static Outcome upTo(long last) {
    return new Outcome.Acknowledged(last);
  }

  /** Two events of one request, one of another. */
  private static Told three() {
    return new Told()
        .stands(1, 0, ABOUT_ONE)
        .stands(1, 1, ABOUT_TWO)
        .stands(2, 0, ABOUT_ONE)
        .answered(1, always(1, ABOUT_ONE, ABOUT_TWO), upTo(2))
        .answered(2, ifNone(2, 2, 1, ABOUT_ONE), upTo(3));
  }

  @Test
  void aHistoryAsItShouldBeHasNothingFound() {
    Findings findings = new Findings();
    HistoryChecker checker =
        three()
            .answered(3, ifNone(3, 2, 1, ABOUT_ONE), REJECTED)
            .answered(4, always(4, ABOUT_ONE), UNKNOWN)
            .answered(5, always(5, ABOUT_ONE), new Outcome.Failed("busy"))
            .sourced(6, about(1), 3, 1, 3)
            .sourced(7, about(2), 3, 2)
            .checker(findings);
    Reader reader = checker.reader("r", 0);
    reader.saw(1, new EventId(1, 0));
    reader.saw(2, new EventId(1, 1));
    reader.saw(3, new EventId(2, 0));
    reader.reachedEnd(8_000_000);

    Tally tally = checker.finish();

    assertThat(findings.none()).as("%s", findings).isTrue();
    assertThat(tally).isEqualTo(new Tally(2, 1, 1, 1, 0, 0, 2, 3));
  }

  @Test
  void anUnknownOutcomeMayStand() {
    assertThat(
            three()
                .stands(4, 0, ABOUT_TWO)
                .answered(3, always(4, ABOUT_TWO), UNKNOWN)
                .judged()
                .none())
        .isTrue();
  }

  @Test
  void anAcknowledgedAppendThatIsNotThereIsLost() {
    found(three().answered(3, always(9, ABOUT_ONE), upTo(4)), Finding.LOST);
  }

  @Test
  void anAcknowledgedAppendThatStandsElsewhereIsMisplaced() {
    Told told = three().stands(3, 0, ABOUT_ONE).answered(1, always(3, ABOUT_ONE), upTo(2));
    found(told, Finding.MISPLACED);
  }

  @Test
  void anEventThatStandsTwiceIsADuplicate() {
    found(three().stands(2, 0, ABOUT_ONE), Finding.DUPLICATE);
  }

  @Test
  void eventsOfAnotherInBetweenAreFound() {
    Told told =
        new Told()
            .stands(1, 0, ABOUT_ONE)
            .stands(2, 0, ABOUT_ONE)
            .stands(1, 1, ABOUT_ONE)
            .answered(1, always(1, ABOUT_ONE, ABOUT_ONE), UNKNOWN)
            .answered(1, always(2, ABOUT_ONE), UNKNOWN);
    found(told, Finding.SCATTERED, Finding.PARTIAL);
  }

  @Test
  void halfAnAppendIsFound() {
    found(
        new Told().stands(1, 0, ABOUT_ONE).answered(1, always(1, ABOUT_ONE, ABOUT_TWO), UNKNOWN),
        Finding.PARTIAL);
  }

  @Test
  void anEventWithOtherTagsIsFound() {
    found(
        new Told().stands(1, 0, ABOUT_ONE).answered(1, always(1, ABOUT_TWO), upTo(1)),
        Finding.ALTERED);
  }

  @Test
  void whatNobodySentIsFound() {
    found(three().stands(7, 0, ABOUT_ONE), Finding.NEVER_SENT);
  }

  @Test
  void aMissingPositionIsAGap() {
    found(
        three().stands(5, 3, 0, ABOUT_ONE).answered(3, always(3, ABOUT_ONE), upTo(5)), Finding.GAP);
  }

  @Test
  void timeThatGoesBackIsFound() {
    found(three().recorded(0), Finding.TIME_WENT_BACK);
  }

  @Test
  void whatWasRejectedOrFailedMustNotStand() {
    Told rejected =
        three().stands(3, 0, ABOUT_ONE).answered(3, ifNone(3, 3, 1, ABOUT_ONE), REJECTED);
    Told failed =
        three()
            .stands(3, 0, ABOUT_ONE)
            .answered(3, always(3, ABOUT_ONE), new Outcome.Failed("busy"));

    found(rejected, Finding.REJECTED_YET_STANDS);
    found(failed, Finding.FAILED_YET_STANDS);
  }

  @Test
  void twoWinnersAreFoundEvenIfTheOutcomeOfOneIsUnknown() {
    Told told = three().stands(3, 0, ABOUT_ONE);

    found(told.answered(2, ifNone(3, 2, 1, ABOUT_ONE), UNKNOWN), Finding.DOUBLE_WINNER);
  }

  @Test
  void aConditionOnTypesOrManyCriteriaIsJudgedLikewise() {
    Criterion otherType = new Criterion(List.of(2), List.of(1));
    Criterion bothTags = new Criterion(List.of(), List.of(1, 2));
    Criterion anyOfType = new Criterion(List.of(1), List.of());
    Append harmless = new Append(3, 0, List.of(otherType, bothTags), List.of(ABOUT_ONE));
    Append harmful = new Append(3, 2, List.of(otherType, anyOfType), List.of(ABOUT_ONE));

    assertThat(three().stands(3, 0, ABOUT_ONE).answered(3, harmless, upTo(4)).judged().none())
        .isTrue();
    found(three().stands(3, 0, ABOUT_ONE).answered(3, harmful, upTo(4)), Finding.DOUBLE_WINNER);
  }

  @Test
  void aRejectionNeedsAConflictOrARivalOfTheSameTime() {
    Told rivals =
        three()
            .answered(5, ifNone(3, 3, 1, ABOUT_ONE), REJECTED)
            .answered(5, always(4, ABOUT_ONE), UNKNOWN);

    found(
        three().answered(5, ifNone(3, 3, 1, ABOUT_ONE), REJECTED),
        Finding.REJECTED_WITHOUT_CONFLICT);
    assertThat(rivals.judged().none()).isTrue();
  }

  @Test
  void whatWasSentLaterIsNoReasonToReject() {
    Told told =
        three()
            .answered(5, ifNone(3, 3, 1, ABOUT_ONE), REJECTED)
            .stands(4, 0, ABOUT_ONE)
            .answered(7, always(4, ABOUT_ONE), upTo(4));
    found(told, Finding.REJECTED_WITHOUT_CONFLICT);
  }

  @Test
  void anAppendMustNotStandBeforeWhatWasAcknowledgedBeforeItWasSent() {
    Told told =
        new Told()
            .stands(2, 0, ABOUT_ONE)
            .stands(1, 0, ABOUT_ONE)
            .answered(1, always(1, ABOUT_ONE), upTo(2))
            .answered(2, always(2, ABOUT_ONE), upTo(1));
    found(told, Finding.ORDER);
  }

  @Test
  void aReaderThatSkipsRepeatsOrSeesWhatVanishesIsFound() {
    Findings findings = new Findings();
    Reader reader = three().checker(findings).reader("r", 0);
    reader.saw(2, new EventId(1, 1));
    assertThat(findings.kinds()).containsExactly(Finding.READER_SKIPPED);
    reader.saw(1, new EventId(1, 0));
    assertThat(findings.kinds()).contains(Finding.READER_WENT_BACK);
    reader.saw(3, new EventId(8, 0));
    assertThat(findings.kinds()).contains(Finding.READER_SAW_OTHER);
  }

  @Test
  void aReaderThatIsToldTooEarlyThatItIsAtTheEndIsFound() {
    Findings findings = new Findings();
    HistoryChecker checker = three().checker(findings);
    Reader reader = checker.reader("r", 1);
    reader.saw(2, new EventId(1, 1));
    reader.reachedEnd(9_000_000);
    checker.finish();

    assertThat(findings.kinds()).containsExactly(Finding.READER_BEHIND);
  }

  @Test
  void sourcingTooLittleTooMuchOrTooOldIsFound() {
    found(three().sourced(5, about(1), 3, 1), Finding.SOURCED_WRONG);
    found(three().sourced(5, about(1), 3, 1, 2, 3), Finding.SOURCED_WRONG);
    found(three().sourced(5, about(1), 2, 1), Finding.SOURCED_STALE);
    found(three().sourced(5, about(9), 4), Finding.SOURCED_WRONG);
  }

  private static void found(Told told, Finding... kinds) {
    Findings findings = told.judged();
    assertThat(findings.kinds()).as("%s", findings).containsExactlyInAnyOrder(kinds);
  }
}
