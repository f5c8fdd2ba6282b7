/** The write side: commands are decided on facts, in the order of the ledger. */
@NullMarked
package org.jalon.command;

import org.jspecify.annotations.NullMarked;
