/**
 * Signs now and then where the ledger stands, keeps what was signed in a file outside the database,
 * and tells when the ledger is no longer the one that was signed. {@link
 * org.jalon.command.ledger.checkpoint.Checkpoints} is its front door.
 */
@NullMarked
package org.jalon.command.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
