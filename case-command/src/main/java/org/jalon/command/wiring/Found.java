package org.jalon.command.wiring;

import java.util.Set;
import org.jalon.command.decision.Tag;
import org.jalon.kernel.timeline.Fact;

/**
 * A fact as the ledger gave it.
 *
 * @param type stored name of its event
 * @param tags as they are stored
 * @param bytes it takes, roughly
 */
record Found(Fact fact, String type, Set<Tag> tags, long bytes) {}
