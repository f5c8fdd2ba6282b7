/** The ledger's events go to readers in other processes: one topic, in order, each once. */
@NullMarked
package org.jalon.command.relay;

import org.jspecify.annotations.NullMarked;
