package org.jalon.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentifiersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "case-10011",
        "xes:case-1",
        "Group 8",
        "Resource21",
        "é",
        "c",
        "12345",
        "20260301",
        "2026-03-01",
        "2026-03-01T09:30:00",
        "1795000000000",
        "1789999999999",
        "case-1795000000000",
        "00123456-7890-1234-8234-567890123456",
        "01234567-8901-4234-8234-567890123456",
        "01890a5d-ac96-774b-bcce-b302099a8057",
        "case-00123456-7890-1234-8234-567890123456",
        "T06#12",
        "a@b",
        "@home",
        "0 1 2",
        "NIR",
        "185057800608",
        "+33"
      })
  void an_opaque_id_is_taken_as_it_is(String value) {
    assertThat(new CaseId(value)).hasToString(value);
    assertThat(new HouseholdId(value).value()).isEqualTo(value);
  }

  @Test
  void no_uuid_is_taken_for_a_number_of_somebody() {
    var random = new Random(42);
    for (int i = 0; i < 100_000; i++) {
      String digits = new UUID(random.nextLong(), random.nextLong()).toString();
      new CaseId(digits.replace('a', '0').replace('b', '1').replace('c', '6').replace('d', '2'));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana@example.org",
        "\uff4aean\uff20dupont\uff0efr",
        "\u0660\u0666\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
        "Ana.Durand+x@mail.example.org",
        "case-ana@example.org",
        "<ana@example.org>",
        "été@exemple.fr",
        "0612345678",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "06-12-34-56-78",
        "06 1234 5678",
        "tel:0476001122",
        "+33612345678",
        "+33 6 12 34 56 78",
        "+33 (0)6 12 34 56 78",
        "0033612345678",
        "+41 22 555 12 34",
        "+1 (212) 555-0123",
        "1850578006084",
        "185057800608491",
        "1 85 05 78 006 084 91",
        "1 85 05 78 006 084",
        "1-85-05-78-006-084-91",
        "2 55 08 2A 123 456",
        "nir 185057800608491"
      })
  void what_looks_like_somebody_is_refused_without_being_repeated(String value) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new CaseId(value))
        .withMessageNotContaining(value)
        .withMessageContaining("opaque")
        .satisfies(e -> assertThat(e.code()).isEqualTo("IDENTIFYING_ID"));
  }

  @Test
  void fifteen_digits_with_another_key_are_no_national_number() {
    assertThat(new CaseId("185057800608490").value()).isEqualTo("185057800608490");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " a",
        "a ",
        "a\u0000b",
        "a\nb",
        "a\tb",
        "a\u200Bb",
        "a\u202Eb",
        "a\u00A0b",
        "\uD800",
        "a\uDC00",
        "\uFEFFa",
        "\uE000"
      })
  void what_cannot_be_seen_or_is_nothing_is_refused(String value) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new TeamId(value))
        .withMessageStartingWith("team id '")
        .satisfies(e -> assertThat(e.code()).isEqualTo("ID_MALFORMED"))
        .satisfies(e -> assertThat(e.getMessage()).matches("[\\x20-\\x7E]*"));
  }

  @Test
  void an_id_has_at_most_120_characters() {
    assertThat(new PostId("x".repeat(120)).value()).hasSize(120);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new PostId("x".repeat(121)))
        .withMessageContaining("121")
        .withMessageContaining("120");
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new PostId("x".repeat(5_000_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }
}
