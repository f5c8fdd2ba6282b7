package org.jalon.command.ledger.chain;

import java.time.Instant;

/**
 * The end of the ledger at a moment.
 *
 * @param position of the last event, 0 when there is none
 * @param chainHash of the batch that holds it (32 bytes); of the genesis when there is none
 * @param recordedAt when that batch was recorded, in microseconds; 1970-01-01T00:00Z for the
 *     genesis
 */
public record Head(long position, byte[] chainHash, Instant recordedAt) {}
