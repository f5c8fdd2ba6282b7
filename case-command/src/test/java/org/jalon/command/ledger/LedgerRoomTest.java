package org.jalon.command.ledger;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The ledger could be lifted out: it knows no cases, and SQL and Axon meet only at its door. */
class LedgerRoomTest {

  private static final JavaClasses LEDGER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.jalon.command.ledger");

  @Test
  void the_ledger_knows_the_jdk_axon_the_driver_and_its_id() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.sql..",
            "org.axonframework..",
            "org.postgresql..",
            "org.jspecify..",
            "jakarta.annotation..",
            "org.jalon.kernel",
            "org.jalon.command.ledger..")
        .check(LEDGER);
  }

  @Test
  void what_knows_axon_knows_no_sql() {
    noClasses()
        .that(knowAxon())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.postgresql..")
        .check(LEDGER);
  }

  private static DescribedPredicate<JavaClass> knowAxon() {
    return DescribedPredicate.describe(
        "know Axon",
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .anyMatch(name -> name.startsWith("org.axonframework")));
  }

  @Test
  void the_bytes_and_their_verification_know_the_jdk_alone() {
    classes()
        .that()
        .resideInAPackage("org.jalon.command.ledger.chain..")
        .or()
        .belongToAnyOf(LedgerVerifier.class)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", "org.jalon.command.ledger.chain..")
                .or(belongToAnyOf(LedgerVerifier.class)))
        .check(LEDGER);
  }
}
