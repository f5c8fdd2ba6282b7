package org.jalon.kernel.wire;

/**
 * How a kind of fact is named in the ledger, for ever.
 *
 * @param name for example {@code CaseOpened}; never a class name of the day
 * @param version of its fields, from 1
 */
public record EventName(String name, int version) {

  @Override
  public String toString() {
    return name + "#" + version;
  }
}
