package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Days begin and end where the service is, whatever clocks are among the parts. */
class ZoneIT {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void an_answer_is_as_of_a_moment_of_the_zone_of_the_installation() throws Exception {
    Answer answer = SharedJalon.running().get("/api/workload/caseload?by=team");
    OffsetDateTime asOf = OffsetDateTime.parse(answer.json().path("asOf").asString());
    assertThat(asOf.getOffset()).isEqualTo(PARIS.getRules().getOffset(asOf.toInstant()));
    assertThat(answer.json().path("on").asString()).isEqualTo(asOf.toLocalDate().toString());
  }
}
