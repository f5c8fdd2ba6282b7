package org.jalon.command.importing.job;

import org.jalon.command.importing.Spool;
import org.jalon.kernel.Actor;

/**
 * A file that was taken in whole.
 *
 * @param digest first 16 hexadecimal digits of its SHA-256: what is recorded as provenance
 * @param dryRun check and record nothing
 */
record Upload(Spool spool, String digest, Actor actor, boolean dryRun) {}
