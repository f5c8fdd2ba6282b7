package org.jalon.command.http;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jalon.command.wiring.CommandCatalog;
import org.jalon.command.wiring.CommandKind;
import org.jalon.kernel.command.Command;
import org.jalon.kernel.command.Meaning;

/** What can be asked, for people and programs that read before they write. */
final class Catalogue {

  /** One command. */
  record CommandEntry(
      String name, String meaning, List<FieldEntry> fields, List<RefusalEntry> refusals) {}

  /**
   * One field of a command.
   *
   * @param required whether the command cannot do without it
   */
  record FieldEntry(String name, String type, boolean required, String meaning) {}

  /** One reason for which a command can be refused. */
  record RefusalEntry(String code, String meaning) {}

  private static final List<FieldEntry> ENVELOPE =
      List.of(
          new FieldEntry(
              "commandId", "UUID", false, "repeats of one id record once; generated if absent"),
          new FieldEntry(
              "effectiveOn",
              "day or instant with offset",
              false,
              "when it happened in the world; default now"));

  private Catalogue() {}

  static List<CommandEntry> entries() {
    return CommandCatalog.kinds().stream().map(Catalogue::entry).toList();
  }

  private static CommandEntry entry(CommandKind<? extends Command> kind) {
    var own =
        Arrays.stream(kind.type().getRecordComponents())
            .map(FieldShape::of)
            .map(f -> new FieldEntry(f.name(), f.type(), f.required(), f.meaning()));
    return new CommandEntry(
        kind.name(),
        kind.type().getAnnotation(Meaning.class).value(),
        Stream.concat(own, ENVELOPE.stream()).toList(),
        Stream.concat(kind.rules().stream(), ValueRule.of(kind.type()))
            .map(r -> new RefusalEntry(r.name(), r.meaning()))
            .toList());
  }
}
