/**
 * One professional becomes the referent, under the ceiling: {@code AssignReferent ->
 * ReferentAssigned}.
 */
@NullMarked
package org.jalon.command.assigning;

import org.jspecify.annotations.NullMarked;
