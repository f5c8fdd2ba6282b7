package org.jalon.kernel.feed.kafka;

/**
 * Says that a partition holds every event of its own up to a position of the ledger. The first one,
 * at position 0 with the chain hash of the genesis, opens the partition.
 *
 * @param last position of the last event in this partition up to here, 0 when there is none
 * @param lastChainHash of the batch that holds that one; zeros when there is none
 * @param chainHash of the batch that holds the position
 * @param partitions how many the topic has; keys depend on it
 */
public record Watermark(
    long position, long last, byte[] lastChainHash, byte[] chainHash, int partitions)
    implements RelayRecord {}
