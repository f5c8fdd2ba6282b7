package org.jalon.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1.0, 1",
    "1e0, 1",
    "0.80, 0.8",
    "1E+1, 10",
    "1000.0000, 1000",
    "0.0001, 0.0001"
  })
  void the_same_fte_is_written_the_same_way(String given, String written) {
    assertThat(fte(given)).hasToString(written).isEqualTo(fte(written));
    assertThat(fte(given).hashCode()).isEqualTo(fte(written).hashCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.0",
        "-0.5",
        "1000.0001",
        "1001",
        "0.00001",
        "1e999999",
        "1e2147483647",
        "-1e2147483647",
        "1e-2147483647",
        "0e2147483647",
        "0e-2147483647",
        "9e99"
      })
  void an_fte_out_of_bounds_is_refused_at_once(String given) {
    refused("FTE_OUT_OF_RANGE", () -> fte(given));
  }

  @Test
  void one_full_time_post_is_not_more_than_one() {
    assertThat(Fte.ONE.moreThanFullTime()).isFalse();
    assertThat(fte("1.0001").moreThanFullTime()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60, 1440})
  void minutes_fit_into_a_day(int minutes) {
    assertThat(new Minutes(minutes).value()).isEqualTo(minutes);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1441, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void other_minutes_are_refused(int minutes) {
    refused("MINUTES_OUT_OF_RANGE", () -> new Minutes(minutes));
  }

  @Test
  void no_day_precedes_1900_nor_follows_9999() {
    assertThat(EffectiveDay.FIRST).hasToString("1900-01-01");
    assertThat(EffectiveDay.of(9999, 12, 31)).hasToString("9999-12-31");
    refused("DAY_OUT_OF_RANGE", () -> EffectiveDay.of(1899, 12, 31));
    refused("DAY_OUT_OF_RANGE", () -> new EffectiveDay(LocalDate.MAX));
    refused("DAY_OUT_OF_RANGE", () -> new EffectiveDay(LocalDate.MIN));
  }

  @Test
  void days_compare_by_the_calendar() {
    EffectiveDay first = EffectiveDay.of(2026, 2, 28);
    EffectiveDay second = EffectiveDay.of(2026, 3, 1);

    assertThat(first).isLessThan(second);
    assertThat(first.isBefore(second)).isTrue();
    assertThat(first.isAfter(second)).isFalse();
    assertThat(first.orLater(second)).isEqualTo(second);
    assertThat(second.orLater(first)).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, 2026-03-01, 2026-03-01",
    "2026-03-01T23:30:00Z, 2026-03-02, 2026-03-01T23:30Z",
    "2026-03-01T00:30:00+14:00, 2026-02-28, 2026-03-01T00:30+14:00",
    "2026-03-01T09:30:00.123456+01:00, 2026-03-01, 2026-03-01T09:30:00.123456+01:00"
  })
  void an_instant_falls_on_a_day_of_the_zone_and_is_kept(String given, String day, String kept) {
    EffectiveOn on = EffectiveOn.parse(given, PARIS);

    assertThat(on.day()).hasToString(day);
    assertThat(on).hasToString(kept);
    assertThat(EffectiveOn.parse(on.toString(), PARIS)).isEqualTo(on);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "T",
        "today",
        "2026-02-30",
        "2026-3-1",
        "01/03/2026",
        "2026-03-01T09:30",
        "2026-03-01 09:30Z",
        "2026-03-01t",
        "+999999999-12-31T23:59:59-18:00",
        "-999999999-01-01T00:00:00+18:00",
        "a\u0000b",
        "\uD800",
        "12026-01-01"
      })
  void what_is_no_day_and_no_instant_is_refused(String text) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> EffectiveOn.parse(text, PARIS))
        .satisfies(e -> assertThat(e.code()).isIn("DATE_MALFORMED", "DAY_OUT_OF_RANGE"))
        .satisfies(e -> assertThat(e.getMessage()).matches("[\\x20-\\x7E]*"));
  }

  @Test
  void a_long_text_is_not_repeated_in_its_refusal() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> EffectiveOn.parse("🙂".repeat(100_000), PARIS))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300))
        .satisfies(
            e ->
                assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(e.getMessage())).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "tab\tand\r\nlines", "🙂", "e\u0301", "\u202Ebidi"})
  void a_text_keeps_every_character(String text) {
    var written = new Narrative.Written(text);

    assertThat(new String(written.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(text);
    assertThat(written.toString()).doesNotContain(text.length() > 1 ? text : "[a]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "a\u0000",
        "\u001B[31m",
        "a\u0085",
        "\uD83D",
        "\uDE42 x",
        "x\uD83D"
      })
  void a_text_that_could_not_be_kept_whole_is_refused(String text) {
    refused("TEXT_MALFORMED", () -> new Narrative.Written(text));
  }

  @Test
  void a_text_has_at_most_20000_characters() {
    assertThat(new Narrative.Written("x".repeat(20_000)).text()).hasSize(20_000);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Narrative.Written("x".repeat(20_001)))
        .withMessageContaining("20001")
        .withMessageContaining("split");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\u0000", "\uD800"})
  void labels_and_terms_are_lines_of_whole_characters(String text) {
    refused("LABEL_MALFORMED", () -> new Label(text));
    refused("TERM_MALFORMED", () -> new Term(text));
  }

  @Test
  void a_term_does_not_name_anybody() {
    refused("TERM_MALFORMED", () -> new Term("call 06 12 34 56 78"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Main", "1a", "a-b", "a b", "a;drop", "aaaaaaaaaaaaaaaaaaaaa", "main\n"})
  void a_ledger_id_can_be_part_of_a_schema_name(String value) {
    assertThat(LedgerId.MAIN.schema("keys")).isEqualTo("jalon_main_keys");
    assertThatIllegalArgumentException().isThrownBy(() -> new LedgerId(value));
  }

  private static Fte fte(String value) {
    return new Fte(new BigDecimal(value));
  }

  private static void refused(String code, Supplier<?> value) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(value::get)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }

  @Test
  void what_stays_in_clear_for_ever_is_about_nobody() {
    assertThatThrownBy(() -> new Label("bob@example.org")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new Term("06 12 34 56 78")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void an_id_counts_characters_and_is_no_step_in_an_address() {
    assertThat(new CaseId("\ud83d\ude00".repeat(120)).value()).hasSize(240);
    assertThatThrownBy(() -> new CaseId("\ud83d\ude00".repeat(121)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new CaseId("..")).isInstanceOf(InvalidValue.class);
  }
}
