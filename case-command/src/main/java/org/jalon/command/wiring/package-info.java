/** Where everything meets: the catalogue of commands, the one handler, the configuration. */
@NullMarked
package org.jalon.command.wiring;

import org.jspecify.annotations.NullMarked;
