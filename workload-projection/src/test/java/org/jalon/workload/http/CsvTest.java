package org.jalon.workload.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTest {

  @Test
  void cells_with_separators_are_quoted_and_absent_ones_empty() {
    var csv = new Csv("a", "b", "c");
    csv.line("x,y", null, "say \"no\"");
    csv.line(new BigDecimal("-2.50"), 3, "two\nlines");

    assertThat(csv.toString())
        .isEqualTo("a,b,c\r\n\"x,y\",,\"say \"\"no\"\"\"\r\n-2.50,3,\"two\nlines\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@cmd", "\tx", "\rx"})
  void text_never_acts_as_a_formula(String text) {
    var csv = new Csv("a");
    csv.line(text);

    assertThat(csv.toString()).contains("'" + text);
  }
}
