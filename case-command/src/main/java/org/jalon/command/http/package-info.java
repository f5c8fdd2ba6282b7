/** The command endpoint: JSON in, decisions out, refusals as problem documents. */
@NullMarked
package org.jalon.command.http;

import org.jspecify.annotations.NullMarked;
