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
 * @param firstBadPosition the first position that does not fit: the event's own where its batch has
 *     a list of leaf hashes, the first of the batch for what is the batch's; null when verified
 * @param complete whether all that was asked for was looked at; false when the time was up at
 *     {@code to}
 * @param reason what was found, in a sentence
 */
public record Integrity(
    boolean verified,
    long from,
    long to,
    Head head,
    @Nullable Long firstBadPosition,
    boolean complete,
    String reason) {}
