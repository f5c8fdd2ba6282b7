package org.jalon.query;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import org.jalon.kernel.wire.KeyStore;
import org.jalon.kernel.wire.Opener;
import org.jalon.query.caselist.CaseRows;
import org.junit.jupiter.api.Test;

final class RoomsTest {

  private static final JavaClasses ROOMS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.jalon.query");

  @Test
  void only_the_read_edge_opens_what_is_sealed() {
    noClasses()
        .that(not(resideInAPackage("org.jalon.query.http..")))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Opener.class)
        .check(ROOMS);
    noClasses()
        .that(not(resideInAnyPackage("org.jalon.query.http..", "org.jalon.query.wiring..")))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(KeyStore.class)
        .check(ROOMS);
  }

  @Test
  void only_wiring_and_http_know_spring() {
    noClasses()
        .that(not(resideInAnyPackage("org.jalon.query.http..", "org.jalon.query.wiring..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "io.swagger..", "io.micrometer..")
        .check(ROOMS);
  }

  @Test
  void sql_lives_in_repositories() {
    for (Class<?> sql :
        new Class<?>[] {Statement.class, PreparedStatement.class, ResultSet.class}) {
      noClasses()
          .that()
          .resideOutsideOfPackage("org.jalon.query.journal..")
          .and()
          .areNotAssignableTo(CaseRows.class)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(sql)
          .check(ROOMS);
    }
  }

  @Test
  void nobody_reads_the_clock_but_the_edges() {
    noClasses()
        .that(not(resideInAPackage("org.jalon.query.http..")))
        .should()
        .callMethodWhere(
            target(owner(resideInAnyPackage("java.time.."))).and(target(nameStartingWith("now"))))
        .check(ROOMS);
    noClasses()
        .that(not(resideInAnyPackage("org.jalon.query.http..", "org.jalon.query.wiring..")))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(ROOMS);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(ROOMS);
    noClasses().should().callMethod(System.class, "nanoTime").check(ROOMS);
  }

  @Test
  void slices_do_not_import_one_another() {
    slices()
        .matching("org.jalon.query.(casefile|caselist)..")
        .should()
        .notDependOnEachOther()
        .check(ROOMS);
  }

  @Test
  void the_journal_is_the_ground_and_knows_no_slice_nor_edge() {
    classes()
        .that()
        .resideInAPackage("org.jalon.query.journal..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.jalon.query.journal..",
            "org.jalon.kernel..",
            "java..",
            "tools.jackson..",
            "org.jspecify..")
        .check(ROOMS);
    noClasses()
        .that(not(resideInAnyPackage("org.jalon.query.http..", "org.jalon.query.wiring..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jalon.query.http..", "org.jalon.query.wiring..")
        .check(ROOMS);
  }

  @Test
  void no_read_room_knows_a_write_room_another_read_room_or_axon() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jalon.command..", "org.jalon.workload..", "org.axonframework..")
        .check(ROOMS);
  }
}
