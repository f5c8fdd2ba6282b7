package org.jalon.command.decision;

import org.jspecify.annotations.Nullable;

/**
 * One reason why a command is refused.
 *
 * @param rule what it breaks
 * @param field the field at fault, where there is one
 * @param subject the id of the subject at fault, where there is one
 * @param message names the value, the rule and the way out
 */
public record Refusal(Rule rule, @Nullable String field, @Nullable String subject, String message) {

  /** A refusal of the command as a whole. */
  public static Refusal of(Rule rule, String message) {
    return new Refusal(rule, null, null, message);
  }

  /** A refusal for one field. */
  public static Refusal ofField(Rule rule, String field, String message) {
    return new Refusal(rule, field, null, message);
  }
}
