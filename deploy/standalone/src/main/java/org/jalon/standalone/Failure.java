package org.jalon.standalone;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.jalon.command.ledger.checkpoint.CheckpointsUnavailable;
import org.jalon.kernel.wire.KeyUnavailable;
import org.jalon.postgres.CannotStartPostgres;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** Why Jalon does not start, in words for the person who started it. */
final class Failure {

  private Failure() {}

  /** The reason, if it is one that a person can mend; otherwise it is a fault of Jalon. */
  static Optional<String> reason(RuntimeException failure, Surroundings surroundings) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<String> reason = known(cause, surroundings);
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> known(Throwable cause, Surroundings surroundings) {
    return switch (cause) {
      case CannotStart mendable -> Optional.ofNullable(mendable.getMessage());
      case CannotStartPostgres mendable -> Optional.ofNullable(mendable.getMessage());
      case KeyUnavailable mendable -> Optional.ofNullable(mendable.getMessage());
      case CheckpointsUnavailable mendable -> Optional.ofNullable(mendable.getMessage());
      case PortInUseException taken ->
          Optional.ofNullable(Port.taken(surroundings.port(), taken).getMessage());
      case FlywayException migration -> Optional.ofNullable(migration.getMessage());
      case IllegalStateException refused when refused.getCause() instanceof SQLException sql ->
          Optional.of("%s (%s)".formatted(refused.getMessage(), sql.getMessage()));
      default -> Optional.empty();
    };
  }
}
