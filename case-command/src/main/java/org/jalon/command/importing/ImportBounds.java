package org.jalon.command.importing;

/**
 * What an upload may cost at most; every bound is named in the error of what passes it.
 *
 * @param uploaded bytes as sent
 * @param inflated bytes after gzip
 * @param ratio inflated bytes per compressed byte, looked at beyond the first 10 MiB inflated
 * @param nesting elements inside one another
 * @param field characters of one attribute or field
 * @param markup bytes of one tag, comment or CSV record, give or take one read buffer
 * @param traces traces in a log
 * @param records events in a trace; a trace with more is skipped, the file goes on
 */
public record ImportBounds(
    long uploaded,
    long inflated,
    int ratio,
    int nesting,
    int field,
    int markup,
    int traces,
    int records) {

  private static final long MIB = 1024L * 1024L;

  /** A XES log: 2 GiB as sent, 4 GiB inflated; a trace is one append to the ledger. */
  public static final ImportBounds XES =
      new ImportBounds(2048 * MIB, 4096 * MIB, 200, 64, 65_536, (int) MIB, 1_000_000, 40_000);

  /** A CSV: 64 MiB, as sent and inflated. */
  public static final ImportBounds CSV =
      new ImportBounds(64 * MIB, 64 * MIB, 200, 0, 65_536, (int) MIB, 0, 0);
}
