package org.jalon.kernel;

import java.util.UUID;

/**
 * The event that a box was sealed for. A box opens at its own place and nowhere else: the place is
 * part of the additional data of its encryption.
 *
 * @param ledger the ledger of the event
 * @param eventId the event's id
 * @param name its stored name, as it was when it was recorded
 * @param version of its fields, as it was when it was recorded
 */
public record BoxPlace(LedgerId ledger, UUID eventId, String name, int version) {}
