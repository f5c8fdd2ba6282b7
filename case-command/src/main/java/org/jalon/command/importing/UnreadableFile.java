package org.jalon.command.importing;

/** An upload that cannot be read as a whole; thrown before the first fact of it is recorded. */
public final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the file; the name is the machine code of the problem document. */
  public enum Code {
    FILE_EMPTY,
    FILE_TOO_LARGE,
    INFLATED_TOO_LARGE,
    GZIP_TRUNCATED,
    GZIP_CORRUPT,
    NOT_XES,
    XML_MALFORMED,
    DOCTYPE_REFUSED,
    NESTING_TOO_DEEP,
    FIELD_TOO_LONG,
    TOO_MANY_TRACES,
    NOT_UTF8,
    HEADER_UNKNOWN,
    CSV_MALFORMED;

    /** Whether the answer is 413 (too large) instead of 400. */
    public boolean tooLarge() {
      return switch (this) {
        case FILE_TOO_LARGE, INFLATED_TOO_LARGE, TOO_MANY_TRACES -> true;
        case FILE_EMPTY,
            GZIP_TRUNCATED,
            GZIP_CORRUPT,
            NOT_XES,
            XML_MALFORMED,
            DOCTYPE_REFUSED,
            NESTING_TOO_DEEP,
            FIELD_TOO_LONG,
            NOT_UTF8,
            HEADER_UNKNOWN,
            CSV_MALFORMED ->
            false;
      };
    }
  }

  private final Code code;
  private final String place;

  UnreadableFile(Code code, String place, String message) {
    super(place + ": " + message);
    this.code = code;
    this.place = place;
  }

  public Code code() {
    return code;
  }

  /** Where: line and column, or byte position, or "the file"; the message begins with it. */
  public String place() {
    return place;
  }

  /** The HTTP status that says the same: 413 or 400. */
  public int status() {
    return code.tooLarge() ? 413 : 400;
  }
}
