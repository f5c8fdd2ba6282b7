package org.jalon.kernel.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One rule that a request breaks.
 *
 * @param code machine-readable, for example {@code CASE_UNKNOWN}
 * @param field the field at fault, where there is one
 * @param subject the id of the subject at fault, where there is one
 * @param message names the value, the rule and the way out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
    String code, @Nullable String field, @Nullable String subject, String message) {

  /** A rule broken by the request as a whole. */
  public static Violation of(String code, String message) {
    return new Violation(code, null, null, message);
  }

  /** A rule broken by one field. */
  public static Violation ofField(String code, String field, String message) {
    return new Violation(code, field, null, message);
  }
}
