package org.jalon.command.ledger;

import java.util.function.LongConsumer;

/** Hears from the writer how far the ledger reaches: every position that has become the head. */
interface Reach extends LongConsumer {

  /** No partition had room for what comes behind the head, whatever was known of them. */
  void noRoom();
}
