package org.jalon.command.importing.job;

import java.util.List;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Right;
import org.jalon.command.takingover.ImportPost;
import org.jalon.command.takingover.ImportProgramme;
import org.jalon.command.takingover.ImportRule;
import org.jalon.command.takingover.ImportTrace;
import org.jalon.command.takingover.ImportingPost;
import org.jalon.command.takingover.ImportingProgramme;
import org.jalon.command.takingover.ImportingTrace;
import org.jalon.command.wiring.CommandKind;

/** The commands that only an import sends. */
public final class ImportKinds {

  static final CommandKind<ImportProgramme> PROGRAMME =
      new CommandKind<>(
          "ImportProgramme",
          ImportProgramme.class,
          new ImportingProgramme(),
          Right.IMPORT,
          List.of());

  static final CommandKind<ImportTrace> TRACE =
      new CommandKind<>(
          "ImportTrace",
          ImportTrace.class,
          new ImportingTrace(),
          Right.IMPORT,
          List.of(
              CommonRule.EFFECTIVE_IN_FUTURE,
              CommonRule.CASE_ID_TAKEN,
              CommonRule.COMMAND_ID_REUSED,
              CommonRule.CONTRADICTS_RECORDED_FACT,
              ImportRule.OTHER_PROGRAMME,
              ImportRule.CASE_ALREADY_OPEN));

  static final CommandKind<ImportPost> POST =
      new CommandKind<>(
          "ImportPost",
          ImportPost.class,
          new ImportingPost(),
          Right.IMPORT,
          List.of(
              CommonRule.EFFECTIVE_IN_FUTURE,
              CommonRule.TEAM_UNKNOWN,
              CommonRule.CONTRADICTS_RECORDED_FACT,
              ImportRule.TEAM_IN_OTHER_TERRITORY,
              ImportRule.TERRITORY_UNKNOWN,
              ImportRule.VACANT_POST_WITHOUT_END,
              ImportRule.POST_OVERFILLED,
              ImportRule.OVER_FULL_TIME));

  private ImportKinds() {}

  /** All of them. */
  public static List<CommandKind<?>> all() {
    return List.of(PROGRAMME, TRACE, POST);
  }
}
