package org.jalon.kernel.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jalon.kernel.LedgerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PositionTokenTest {

  @Test
  void a_token_is_a_ledger_and_a_position() {
    assertThat(PositionToken.parse("main:4711")).isEqualTo(new PositionToken(LedgerId.MAIN, 4711));
    assertThat(PositionToken.parse("4711")).hasToString("main:4711");
    assertThat(PositionToken.parse("d38:0")).hasToString("d38:0");
    assertThat(PositionToken.parse("999999999999999999").position())
        .isEqualTo(999_999_999_999_999_999L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "main",
        "main:",
        ":1",
        "main:-1",
        "Main:1",
        "1e3",
        "1 ",
        "٣",
        "9999999999999999999"
      })
  void anything_else_is_malformed(String text) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> PositionToken.parse(text))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(400))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo("POSITION_MALFORMED"));
  }
}
