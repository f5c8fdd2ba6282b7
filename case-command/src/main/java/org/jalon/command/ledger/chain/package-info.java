/**
 * The bytes that are hashed, the chain over them, and their verification with a JDK alone: what an
 * auditor needs, and what a verifier in another language has to do again (docs/ledger-format.md).
 */
@NullMarked
package org.jalon.command.ledger.chain;

import org.jspecify.annotations.NullMarked;
