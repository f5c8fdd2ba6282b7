/** Rules across subjects that several slices share: who may take over a case, and how many. */
@NullMarked
package org.jalon.command.caseload;

import org.jspecify.annotations.NullMarked;
