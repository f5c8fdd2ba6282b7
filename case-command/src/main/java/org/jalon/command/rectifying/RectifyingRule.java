package org.jalon.command.rectifying;

import org.jalon.command.decision.Rule;

/** What rectifying can be refused for. */
public enum RectifyingRule implements Rule {
  ENTRY_STAYS(
      "Entries of this kind are not rectified, or not annulled; the message says what to do"
          + " instead."),
  NOTHING_TO_CHANGE("REPLACE needs fields that change something, ANNUL takes none."),
  FIELD_UNKNOWN("The entry has no such field."),
  FIELD_FIXED("This field says whose entry it is, or something rests on it: it stays."),
  FIELD_MISSING("The entry cannot do without this field."),
  TYPE_MISMATCH("The value is not of the field's type."),
  FIELD_INVALID("The value breaks a rule of its own.");

  private final String meaning;

  RectifyingRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
