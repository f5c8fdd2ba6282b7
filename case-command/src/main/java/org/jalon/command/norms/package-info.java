/** An administrator adopts a norm of caseload or time: {@code AdoptNorm -> NormAdopted}. */
@NullMarked
package org.jalon.command.norms;

import org.jspecify.annotations.NullMarked;
