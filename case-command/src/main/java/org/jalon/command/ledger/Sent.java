package org.jalon.command.ledger;

import java.util.List;

/** A batch and the requests whose events it holds, in their order. */
record Sent(Batch batch, List<AppendRequest> requests) {}
