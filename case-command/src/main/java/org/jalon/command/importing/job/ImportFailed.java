package org.jalon.command.importing.job;

/** An import cannot go on; never leaves this package. */
final class ImportFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Import.Failure failure;

  ImportFailed(String code, String message, Throwable cause) {
    super(message, cause);
    this.failure = new Import.Failure(code, message);
  }

  ImportFailed(String code, String message) {
    super(message);
    this.failure = new Import.Failure(code, message);
  }

  Import.Failure failure() {
    return failure;
  }
}
