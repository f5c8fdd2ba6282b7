package org.jalon.command.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "é", "\"\\/", "\u0000\u001f\n\t", "\ud83d\ude00", "\ud83d", "\ude00x"})
  void whatIsWrittenIsReadAgain(String text) {
    assertThat(FlatJson.read(FlatJson.write(Map.of(text, text)))).isEqualTo(Map.of(text, text));
  }

  @Test
  void numbersAndOtherWritersEscapesAreUnderstood() {
    assertThat(FlatJson.read("{\"a\":-12,\"b\":\"\\u00e9\\n\\/\"}"))
        .isEqualTo(Map.of("a", -12L, "b", "é\n/"));
    assertThat(FlatJson.read("{}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"a\":1",
        "{\"a\":1}x",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":null}",
        "{\"a\":{}}",
        "{\"a\":1.5}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\n\"}",
        "{\"a\" :1}"
      })
  void anythingElseIsRefusedWithThePlace(String json) {
    assertThatThrownBy(() -> FlatJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at character");
  }
}
