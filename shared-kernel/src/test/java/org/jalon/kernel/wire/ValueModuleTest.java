package org.jalon.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.Minutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

final class ValueModuleTest {

  private static final JsonMapper JSON = JsonMapper.builder().addModule(new ValueModule()).build();

  @Test
  void values_are_plain_json() {
    assertThat(JSON.writeValueAsString(new CaseId("c-1"))).isEqualTo("\"c-1\"");
    assertThat(JSON.writeValueAsString(Fte.ONE)).isEqualTo("1");
    assertThat(JSON.writeValueAsString(new Minutes(45))).isEqualTo("45");
    assertThat(JSON.readValue("45.0", Minutes.class)).isEqualTo(new Minutes(45));
    assertThat(JSON.readValue("\"2026-03-01\"", EffectiveDay.class))
        .isEqualTo(EffectiveDay.of(2026, 3, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "0",
        "-1",
        "1441",
        "1e999999",
        "1e2147483647",
        "1e-2147483647",
        "99999999999999999999",
        "\"45\"",
        "true",
        "[45]",
        "{}"
      })
  void absurd_minutes_are_refused_as_what_they_are(String json) {
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> JSON.readValue(json, Minutes.class))
        .matches(
            e -> e instanceof JacksonException || e instanceof IllegalArgumentException, "decided");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "[\"c\"]", "{\"value\":\"c\"}"})
  void an_id_is_text_only(String json) {
    assertThatExceptionOfType(JacksonException.class)
        .isThrownBy(() -> JSON.readValue(json, CaseId.class));
  }
}
