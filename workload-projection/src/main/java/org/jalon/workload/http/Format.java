package org.jalon.workload.http;

/** How a table is answered. */
enum Format {
  /** As a document. */
  JSON,
  /** As comma-separated values after RFC 4180, formulas neutralised. */
  CSV
}
