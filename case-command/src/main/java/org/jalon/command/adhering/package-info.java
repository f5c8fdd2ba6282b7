/**
 * An accompaniment is proposed and agreed to: {@code ProposeAccompaniment ->
 * AccompanimentProposed}, {@code RecordAdhesion -> AdhesionGiven}.
 */
@NullMarked
package org.jalon.command.adhering;

import org.jspecify.annotations.NullMarked;
