package org.jalon.workload;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Which room may know what; one sentence per arrow. */
final class RoomsTest {

  private static final JavaClasses ROOMS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.jalon.workload");

  @Test
  void no_other_service_and_no_axon() {
    holds(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jalon.command..", "org.jalon.query..", "org.axonframework.."));
  }

  @Test
  void sql_lives_in_repositories() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("..workload.store..")
            .should()
            .dependOnClassesThat(sql()));
  }

  @Test
  void only_wiring_and_http_know_spring() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages("..workload.wiring..", "..workload.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "io.micrometer..", "jakarta.."));
  }

  @Test
  void spans_and_figures_are_pure() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage("..workload.span..", "..workload.caseload..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                "java.lang..",
                "java.math..",
                "java.time..",
                "java.util..",
                "org.jspecify..",
                "org.jalon.kernel",
                "org.jalon.kernel.event..",
                "org.jalon.kernel.norm..",
                "org.jalon.kernel.timeline..",
                "org.jalon.workload.span..",
                "org.jalon.workload.caseload.."));
  }

  @Test
  void spans_do_not_know_figures() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("..workload.span..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..workload.caseload.."));
  }

  @Test
  void the_store_knows_no_edge() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("..workload.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..workload.http..", "..workload.wiring..", "..kernel.edge.."));
  }

  @Test
  void nobody_reads_the_clock_but_the_edges() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages("..workload.http..", "..workload.wiring..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);
    holds(rule);
  }

  @Test
  void nothing_opens_what_is_sealed() {
    holds(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.jalon.kernel.wire.Opener")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.jalon.kernel.wire.KeyStore")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.jalon.kernel.wire.SubjectKey"));
  }

  private static void holds(ArchRule rule) {
    rule.check(ROOMS);
  }

  /** Connections, statements and results; that the database fails may be known to everybody. */
  private static DescribedPredicate<JavaClass> sql() {
    return DescribedPredicate.describe(
        "are of JDBC",
        type ->
            type.getPackageName().startsWith("java.sql")
                && !type.isEquivalentTo(SQLException.class));
  }
}
