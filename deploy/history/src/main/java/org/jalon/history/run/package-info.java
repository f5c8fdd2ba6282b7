/**
 * Runs nodes and clients of a ledger as processes of their own, kills and stops them and the
 * database, and has the history judged: {@link org.jalon.history.run.HistoryRun}.
 */
@NullMarked
package org.jalon.history.run;

import org.jspecify.annotations.NullMarked;
