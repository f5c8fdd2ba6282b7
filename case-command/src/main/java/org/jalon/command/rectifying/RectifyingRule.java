package org.jalon.command.rectifying;

import org.jalon.command.decision.Rule;

/** What rectifying can be refused for. */
public enum RectifyingRule implements Rule {
  ENTRY_UNKNOWN("There is no such entry."),
  ENTRY_STAYS(
      "Entries of this kind are not rectified, or not annulled; the message says what to do"
          + " instead."),
  FIELDS_MISSING("REPLACE needs fields that change something, ANNUL takes none."),
  FIELD_UNKNOWN("The entry has no such field."),
  FIELD_FIXED("This field says whose entry it is and stays."),
  FIELD_REQUIRED("The entry cannot do without this field."),
  FIELD_MALFORMED("The value is not of the field's type."),
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
