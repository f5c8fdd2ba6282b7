package org.jalon.query.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jalon.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a case as answered, in the order in which they were recorded.
 *
 * @param total of all entries
 * @param after position to ask for the next page with; absent on the last one
 * @param position of the ledger that the answer rests on
 */
record HistoryBody(
    String caseId, List<HistoryRow> rows, long total, @Nullable Long after, String position) {

  /**
   * One entry.
   *
   * @param position in the ledger
   * @param type the stored name of the fact
   * @param version of its fields
   * @param effectiveOn when it happened, as it was given: a day or an instant
   * @param effectiveDay the day that rules compare
   * @param causation what it answers: the id of its command
   * @param provenance where an imported fact comes from
   * @param rectifiedBy position of the entry that took its place or took it back; of several the
   *     last
   * @param annulled whether it was taken back; the timeline is read without it
   * @param redactedBy position of the entry that made its text unreadable
   * @param data its fields as they were recorded; erased and withheld texts say so in their place
   * @param hash chain hash of the batch it was recorded in, hexadecimal
   */
  record HistoryRow(
      long position,
      String type,
      int version,
      String effectiveOn,
      LocalDate effectiveDay,
      Instant recordedAt,
      HistoryActor actor,
      UUID commandId,
      String commandName,
      @Nullable String correlation,
      UUID causation,
      @Nullable String provenance,
      @Nullable Long rectifiedBy,
      boolean annulled,
      @Nullable Long redactedBy,
      Map<String, Object> data,
      String hash) {}

  /** Who acted, for whom, and why. */
  record HistoryActor(String id, @Nullable String onBehalfOf, @Nullable Purpose purpose) {}
}
