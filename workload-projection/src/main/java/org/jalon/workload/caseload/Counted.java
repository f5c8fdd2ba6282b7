package org.jalon.workload.caseload;

/**
 * Cases that count in one place.
 *
 * @param cases how many, 1 or more
 */
record Counted(Place place, int cases) {}
