package org.jalon.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The standalone puts the services together and knows no more of them than their front doors. */
class RoomsTest {

  private static final JavaClasses JALON =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.jalon");

  @Test
  void the_standalone_knows_configurations_and_the_ledgers_front_door_only() {
    noClasses()
        .that()
        .resideInAPackage("org.jalon.standalone..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.jalon.command.http..",
            "org.jalon.command.importing..",
            "org.jalon.command.decision..",
            "org.jalon.command.state..",
            "org.jalon.query.http..",
            "org.jalon.query.casefile..",
            "org.jalon.workload.http..",
            "org.jalon.workload.caseload..",
            "org.axonframework..")
        .check(JALON);
  }

  @Test
  void nobody_knows_the_standalone_and_no_service_knows_another() {
    classes()
        .that()
        .resideInAPackage("org.jalon.standalone..")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAPackage("org.jalon.standalone..")
        .check(JALON);
    apart("org.jalon.command..", "org.jalon.query..", "org.jalon.workload..");
    apart("org.jalon.query..", "org.jalon.command..", "org.jalon.workload..");
    apart("org.jalon.workload..", "org.jalon.command..", "org.jalon.query..");
  }

  private static void apart(String service, String... others) {
    noClasses()
        .that()
        .resideInAPackage(service)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(JALON);
  }
}
