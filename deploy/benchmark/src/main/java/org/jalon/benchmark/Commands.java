package org.jalon.benchmark;

import java.time.ZoneId;
import java.util.UUID;
import org.jalon.command.decision.Intent;
import org.jalon.command.wiring.CommandCatalog;
import org.jalon.command.wiring.CommandKind;
import org.jalon.command.wiring.Request;
import org.jalon.kernel.Actor;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.command.Command;

/** Commands as the edge hands them on. */
final class Commands {

  private Commands() {}

  /** A command that takes effect today, with an id of its own. */
  static Request<?> today(Command command) {
    var kind = CommandCatalog.named(command.getClass().getSimpleName()).orElseThrow();
    return request(kind, command);
  }

  private static <C> Request<C> request(CommandKind<C> kind, Command command) {
    var intent =
        new Intent<>(
            kind.type().cast(command),
            UUID.randomUUID(),
            Actor.LOCAL,
            EffectiveOn.day(TenYears.TODAY),
            new EffectiveDay(TenYears.TODAY),
            ZoneId.of("Europe/Paris"));
    byte[] body = command.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new Request<>(kind, intent, true, body, false, null, null);
  }
}
