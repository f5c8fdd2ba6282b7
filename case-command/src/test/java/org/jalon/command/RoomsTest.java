package org.jalon.command;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jalon.kernel.wire.Amendment;
import org.jalon.kernel.wire.EventCatalog;
import org.jalon.kernel.wire.EventName;
import org.jalon.kernel.wire.Opener;
import org.jalon.kernel.wire.Redaction;
import org.jalon.kernel.wire.Resealed;
import org.jalon.kernel.wire.Texts;
import org.junit.jupiter.api.Test;

/** Every line knows its room; the root package holds the configuration, a part of the wiring. */
class RoomsTest {

  private static final JavaClasses ROOM =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.jalon.command");

  private static final String[] SLICES = {
    "..command.opening..",
    "..command.adhering..",
    "..command.objectives..",
    "..command.planning..",
    "..command.starting..",
    "..command.assigning..",
    "..command.intervening..",
    "..command.closing..",
    "..command.rectifying..",
    "..command.redacting..",
    "..command.handingover..",
    "..command.transferring..",
    "..command.releasing..",
    "..command.reopening..",
    "..command.norms..",
    "..command.workforce..",
    "..command.takingover.."
  };
  private static final String[] GROUND = {
    "..command.decision..", "..command.state..", "..command.caseload.."
  };
  private static final String[] EDGES = {
    "org.jalon.command", "..command.http..", "..command.wiring..", "..command.ledger.."
  };

  @Test
  void only_the_read_edge_opens_what_is_sealed() {
    noClasses().should().dependOnClassesThat().areAssignableTo(Opener.class).check(ROOM);
  }

  @Test
  void slices_never_import_one_another() {
    slices()
        .matching("org.jalon.command.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(not(resideInAnyPackage(SLICES)), resideInAPackage(".."))
        .ignoreDependency(resideInAnyPackage(SLICES), resideInAnyPackage(GROUND))
        .check(ROOM);
  }

  @Test
  void rules_are_pure() {
    classes()
        .that()
        .resideInAnyPackage(SLICES)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(SLICES)
                .or(resideInAnyPackage(GROUND))
                .or(pureKernel())
                .or(namesAndAmendments())
                .or(pureJava()))
        .check(ROOM);
  }

  @Test
  void what_rules_stand_on_is_pure_and_knows_no_slice() {
    classes()
        .that()
        .resideInAnyPackage(GROUND)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(GROUND)
                .or(pureKernel())
                .or(resideInAPackage("org.jalon.kernel.wire"))
                .or(pureJava()))
        .check(ROOM);
  }

  @Test
  void decisions_do_not_know_the_state_of_cases() {
    noClasses()
        .that()
        .resideInAPackage("..command.decision..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..command.state..", "..command.caseload..")
        .check(ROOM);
  }

  @Test
  void one_case_does_not_know_the_rules_across_subjects() {
    noClasses()
        .that()
        .resideInAPackage("..command.state..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..command.caseload..")
        .check(ROOM);
  }

  @Test
  void only_wiring_ledger_and_http_know_axon() {
    noClasses()
        .that()
        .resideOutsideOfPackages(EDGES)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.axonframework..")
        .check(ROOM);
  }

  @Test
  void only_wiring_and_http_know_spring() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.jalon.command", "..command.http..", "..command.wiring..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(ROOM);
  }

  @Test
  void sql_lives_in_the_ledger() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.jalon.command", "..command.ledger..", "..command.wiring..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer..")
        .check(ROOM);
  }

  @Test
  void wiring_hands_on_connections_and_speaks_no_sql() {
    noClasses()
        .that()
        .resideInAnyPackage("org.jalon.command", "..command.wiring..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.sql\\.(Connection|(Prepared)?Statement|ResultSet)")
        .allowEmptyShould(true)
        .check(ROOM);
  }

  @Test
  void the_ledger_knows_nothing_of_cases() {
    classes()
        .that()
        .resideInAPackage("..command.ledger..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "..command.ledger..",
                    "org.jalon.kernel.schema..",
                    "org.axonframework..",
                    "java..",
                    "javax.sql..",
                    "org.postgresql..",
                    "org.slf4j..",
                    "org.jspecify.annotations..")
                .or(ofKernel("LedgerId", "InvalidValue")))
        .check(ROOM);
  }

  @Test
  void only_the_relay_knows_kafka() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..command.relay..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.jalon.kernel.feed.kafka..")
        .check(ROOM);
  }

  @Test
  void the_relay_knows_the_ledger_and_no_rule() {
    classes()
        .that()
        .resideInAPackage("..command.relay..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "..command.relay..",
                    "..command.ledger..",
                    "org.jalon.kernel.feed..",
                    "org.apache.kafka..",
                    "java..",
                    "org.slf4j..",
                    "org.jspecify.annotations..")
                .or(ofKernel("LedgerId")))
        .check(ROOM);
  }

  @Test
  void nobody_reads_the_clock_but_the_edges() {
    noClasses()
        .that()
        .resideOutsideOfPackages(EDGES)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .check(ROOM);
  }

  @Test
  void nobody_draws_lots_but_the_edges() {
    noClasses()
        .that()
        .resideInAnyPackage("..command.decision..", "..command.state..")
        .or()
        .resideInAnyPackage(SLICES)
        .should()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(RandomGenerator.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(SecureRandom.class)
        .check(ROOM);
  }

  @Test
  void no_write_room_reads_a_view() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jalon.query..", "org.jalon.workload..")
        .check(ROOM);
  }

  private static DescribedPredicate<JavaClass> pureKernel() {
    return resideInAnyPackage(
        "org.jalon.kernel",
        "org.jalon.kernel.event",
        "org.jalon.kernel.command",
        "org.jalon.kernel.norm",
        "org.jalon.kernel.timeline");
  }

  private static DescribedPredicate<JavaClass> namesAndAmendments() {
    return JavaClass.Predicates.belongToAnyOf(
        EventCatalog.class,
        EventName.class,
        Amendment.class,
        Redaction.class,
        Resealed.class,
        Texts.class);
  }

  private static DescribedPredicate<JavaClass> pureJava() {
    return resideInAnyPackage(
        "java.lang..",
        "java.math..",
        "java.time..",
        "java.util",
        "java.util.function..",
        "java.util.stream..",
        "org.jspecify.annotations..");
  }

  private static DescribedPredicate<JavaClass> ofKernel(String... names) {
    return DescribedPredicate.describe(
        "of the kernel only " + List.of(names),
        type ->
            type.getPackageName().equals("org.jalon.kernel")
                && List.of(names).contains(type.getSimpleName()));
  }
}
