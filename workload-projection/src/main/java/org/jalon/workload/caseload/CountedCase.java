package org.jalon.workload.caseload;

import org.jalon.kernel.CaseId;

/** A case and where it counts. */
public record CountedCase(CaseId caseId, Place place) {}
