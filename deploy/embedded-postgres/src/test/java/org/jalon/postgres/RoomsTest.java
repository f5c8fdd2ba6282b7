package org.jalon.postgres;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class RoomsTest {

  private static final JavaClasses ROOM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.jalon.postgres");

  @Test
  void it_has_one_door_and_one_reason_to_stay_shut() {
    classes()
        .that()
        .arePublic()
        .should()
        .be(EmbeddedPostgres.class)
        .orShould()
        .be(CannotStartPostgres.class)
        .check(ROOM);
  }

  @Test
  void it_knows_no_other_room_and_no_framework() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.jalon.postgres",
            "java..",
            "org.jspecify..",
            "org.slf4j..",
            "org.apache.commons.compress..",
            "org.postgresql..")
        .check(ROOM);
  }
}
