/** A caseload moves at once, all of it or nothing: {@code TransferCaseload -> ReferentChanged}. */
@NullMarked
package org.jalon.command.transferring;

import org.jspecify.annotations.NullMarked;
