package org.jalon.workload.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jalon.workload.caseload.Alert;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is answered.
 *
 * @param since first day from which it is so without a break
 * @param load open cases of which they are referent, started or not
 * @param ceiling the most there may be
 * @param position of the fact that raised it; null where none did
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AlertAnswer(
    Alert.Code code,
    String professional,
    LocalDate since,
    int load,
    int ceiling,
    @Nullable String position) {

  static AlertAnswer of(Alert alert, @Nullable String position) {
    return new AlertAnswer(
        alert.code(),
        alert.professional().value(),
        alert.since().value(),
        alert.load(),
        alert.ceiling(),
        position);
  }
}
