package org.jalon.command.rectifying;

import org.jalon.command.decision.Rule;

/**
 * A rule that a value breaks by itself, by the code that the value has for it, such as {@code
 * MINUTES_OUT_OF_RANGE}.
 */
record ValueCode(String name) implements Rule {

  @Override
  public String meaning() {
    return RectifyingRule.FIELD_INVALID.meaning();
  }
}
