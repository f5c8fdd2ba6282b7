/** Root of case-command. */
@NullMarked
package org.jalon.command;

import org.jspecify.annotations.NullMarked;
