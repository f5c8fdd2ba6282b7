package org.jalon.kernel.feed.kafka;

/** A record of the topic; docs/relay-format.md has its bytes. */
public sealed interface RelayRecord permits RelayedEvent, Watermark {

  /** Of the ledger: that of the event, or up to which the partition is whole. */
  long position();

  /** The position of the last event in this partition up to here; 0 when there is none. */
  long last();

  /**
   * The chain hash of the batch that holds {@link #last()} (32 bytes); zeros when there is none.
   */
  byte[] lastChainHash();

  /** The chain hash of the ledger's batch that holds {@link #position()} (32 bytes). */
  byte[] chainHash();
}
