/** Measures: one class per workload, one server for all, results as a table and as JSON. */
@NullMarked
package org.jalon.benchmark;

import org.jspecify.annotations.NullMarked;
