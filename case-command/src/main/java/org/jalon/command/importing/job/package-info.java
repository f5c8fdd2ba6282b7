/** Imports as undertakings that run, report and end; the front door is {@code Imports}. */
@NullMarked
package org.jalon.command.importing.job;

import org.jspecify.annotations.NullMarked;
