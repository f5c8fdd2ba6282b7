package org.jalon.command.ledger.chain;

import org.jspecify.annotations.Nullable;

/**
 * What recomputing a range of the ledger has shown.
 *
 * @param verified whether every byte fits its hashes
 * @param from first position looked at: the first of a batch
 * @param to last position looked at: the last of a batch
 * @param head where the chain ended that was looked at; a signed copy of it, kept elsewhere, is
 *     what shows one day whether the tail was cut or everything rewritten
 * @param firstBadPosition the first position that does not fit, exact for gaps, tags and sealed
 *     bytes, else the first of its batch; null when verified
 * @param reason what was found, in a sentence
 */
public record Integrity(
    boolean verified,
    long from,
    long to,
    Head head,
    @Nullable Long firstBadPosition,
    String reason) {}
