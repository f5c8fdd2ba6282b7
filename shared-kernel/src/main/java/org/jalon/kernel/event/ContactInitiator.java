package org.jalon.kernel.event;

/** Who sought a contact; retention counts from the last one that the person sought. */
public enum ContactInitiator {
  /** The person helped. */
  PERSON,
  /** The service. */
  SERVICE
}
