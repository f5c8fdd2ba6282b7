package org.jalon.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdsTest {
  private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2011-01-03T09:00:00+01:00");

  private final DerivedIds ids = new DerivedIds(new ImportKey(new byte[32]));

  @Test
  void ids_never_change_from_one_release_to_the_next() {
    assertThat(ids.id("xes:open", List.of("permits", "C1")))
        .isEqualTo(UUID.fromString("530cbacb-0c09-82b9-8056-806910d7f3f2"));
    assertThat(ids.of("case", "4711")).isEqualTo("ibenpmoinchahggkdhinpgckjljmjgln");
  }

  @Test
  void ids_are_uuids_of_version_8() {
    for (int i = 0; i < 100; i++) {
      var id = ids.id("kind", List.of("part " + i));
      assertThat(id.version()).isEqualTo(8);
      assertThat(id.variant()).isEqualTo(2);
    }
  }

  @Test
  void kind_parts_and_their_borders_all_count() {
    var all = new HashSet<UUID>();
    for (var parts :
        List.of(
            List.of("a", "b"),
            List.of("ab"),
            List.of("ab", ""),
            List.of("", "ab"),
            List.of("b", "a"),
            List.<String>of())) {
      assertThat(all.add(ids.id("kind", parts))).isTrue();
    }
    assertThat(all.add(ids.id("other", List.of("a", "b")))).isTrue();
    assertThat(all.add(ids.id("kinda", List.of("b")))).isTrue();
  }

  @Test
  void another_installation_has_other_ids_and_pseudonyms() {
    var key = new byte[32];
    key[31] = 1;
    var elsewhere = new DerivedIds(new ImportKey(key));
    assertThat(elsewhere.id("kind", List.of("a"))).isNotEqualTo(ids.id("kind", List.of("a")));
    assertThat(elsewhere.of("case", "a")).isNotEqualTo(ids.of("case", "a"));
  }

  @Test
  void an_event_keeps_its_id_when_lines_are_inserted_or_the_offset_is_written_otherwise() {
    var trace = trace("C1");
    var event =
        new XesRecord(7, Optional.empty(), Optional.of("Visit"), Optional.of("Ana"), MONDAY, 0);
    var moved =
        new XesRecord(
            99,
            Optional.empty(),
            Optional.of("Visit"),
            Optional.of("Ana"),
            OffsetDateTime.parse("2011-01-03T08:00:00Z"),
            0);
    assertThat(ids.id("act", "P", trace, moved)).isEqualTo(ids.id("act", "P", trace, event));
  }

  @Test
  void events_differ_by_programme_trace_kind_and_natural_key() {
    var bare =
        new XesRecord(7, Optional.empty(), Optional.of("Visit"), Optional.of("Ana"), MONDAY, 0);
    var all = new HashSet<UUID>();
    all.add(ids.id("act", "P", trace("C1"), bare));
    all.add(ids.id("act", "Q", trace("C1"), bare));
    all.add(ids.id("act", "P", trace("C2"), bare));
    all.add(ids.id("open", "P", trace("C1"), bare));
    all.add(
        ids.id(
            "act",
            "P",
            trace("C1"),
            new XesRecord(
                7, Optional.empty(), Optional.of("Visit"), Optional.of("Ana"), MONDAY, 1)));
    all.add(
        ids.id(
            "act",
            "P",
            trace("C1"),
            new XesRecord(7, Optional.empty(), Optional.empty(), Optional.of("Ana"), MONDAY, 0)));
    all.add(
        ids.id(
            "act",
            "P",
            trace("C1"),
            new XesRecord(7, Optional.empty(), Optional.of("Visit"), Optional.empty(), MONDAY, 0)));
    all.add(
        ids.id(
            "act",
            "P",
            trace("C1"),
            new XesRecord(
                7,
                Optional.empty(),
                Optional.of("Visit"),
                Optional.of("Ana"),
                MONDAY.plusNanos(1),
                0)));
    all.add(
        ids.id(
            "act",
            "P",
            trace("C1"),
            new XesRecord(
                7, Optional.of("T1"), Optional.of("Visit"), Optional.of("Ana"), MONDAY, 0)));
    all.add(ids.id("act", "P", trace("C1")));
    assertThat(all).hasSize(10);
  }

  @Test
  void with_an_instance_nothing_else_of_the_event_counts() {
    var event =
        new XesRecord(7, Optional.of("T1"), Optional.of("Visit"), Optional.of("Ana"), MONDAY, 0);
    var corrected =
        new XesRecord(
            8, Optional.of("T1"), Optional.of("Call"), Optional.empty(), MONDAY.plusDays(1), 0);
    assertThat(ids.id("act", "P", trace("C1"), corrected))
        .isEqualTo(ids.id("act", "P", trace("C1"), event));
  }

  @Test
  void a_workforce_line_is_known_by_person_team_profession_and_first_day() {
    var ana = line(2, Optional.of("Ana"), "0.8", Optional.empty(), 0);
    var changed = line(9, Optional.of("Ana"), "0.5", Optional.of(LocalDate.of(2012, 1, 1)), 0);
    assertThat(ids.id("fill", changed)).isEqualTo(ids.id("fill", ana));
    assertThat(ids.id("fill", line(2, Optional.of("Ben"), "0.8", Optional.empty(), 0)))
        .isNotEqualTo(ids.id("fill", ana));
    assertThat(ids.id("open", line(2, Optional.empty(), "1", Optional.empty(), 1)))
        .isNotEqualTo(ids.id("open", line(2, Optional.empty(), "1", Optional.empty(), 0)));
  }

  @Test
  void pseudonyms_are_32_letters_that_keep_kinds_apart() {
    assertThat(ids.of("case", "4711")).matches("[a-p]{32}").isEqualTo(ids.of("case", "4711"));
    assertThat(ids.of("household", "4711")).isNotEqualTo(ids.of("case", "4711"));
    assertThat(Pseudonyms.OFF.of("case", "4711")).isEqualTo("4711");
  }

  private static XesTrace trace(String name) {
    return new XesTrace(
        1, name, Optional.empty(), Optional.of(MONDAY), Optional.empty(), List.of());
  }

  private static WorkforceLine line(
      long line, Optional<String> who, String fte, Optional<LocalDate> to, int ordinal) {
    return new WorkforceLine(
        line, who, "AS", "T7", "North", new BigDecimal(fte), LocalDate.of(2011, 1, 1), to, ordinal);
  }
}
