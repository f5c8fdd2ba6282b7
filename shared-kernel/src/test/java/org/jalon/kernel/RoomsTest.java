package org.jalon.kernel;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

final class RoomsTest {

  private static final String ROOT = "org.jalon.kernel";

  private static final String[] LANGUAGE = {
    "java.lang..",
    "java.math..",
    "java.text..",
    "java.time..",
    "java.util..",
    "org.jspecify.annotations.."
  };

  private static final JavaClasses KERNEL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void values_facts_commands_and_timeline_rest_on_the_jdk_alone() {
    room(ROOT);
    room(ROOT + ".norm", ROOT, ROOT + ".event", ROOT + ".timeline");
    room(ROOT + ".event", ROOT, ROOT + ".norm");
    room(ROOT + ".command", ROOT, ROOT + ".event", ROOT + ".norm");
    room(ROOT + ".timeline", ROOT, ROOT + ".event");
  }

  @Test
  void the_wire_knows_jackson_and_cryptography() {
    check(
        classes()
            .that()
            .resideInAPackage(ROOT + ".wire")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(LANGUAGE)
                    .or(
                        resideInAnyPackage(
                            ROOT,
                            ROOT + ".event",
                            ROOT + ".command",
                            ROOT + ".timeline",
                            ROOT + ".wire",
                            "tools.jackson..",
                            "com.fasterxml.jackson.annotation..",
                            "java.io..",
                            "java.nio..",
                            "java.security..",
                            "javax.crypto..",
                            "java.sql..",
                            "javax.sql.."))));
  }

  @Test
  void in_the_wire_only_the_key_store_and_its_tables_know_sql() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".wire")
            .and()
            .haveNameNotMatching(
                ".*\\.(JdbcKeyStore|KeyDatabase|SecretTable|WrappedSecrets|MarkTable)(\\$.*)?")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..")));
  }

  @Test
  void only_the_wire_knows_cryptography() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".wire")
            .should()
            .dependOnClassesThat(resideInAnyPackage("javax.crypto..", "java.security..")));
  }

  @Test
  void the_feed_knows_the_wire_and_jdbc() {
    check(
        classes()
            .that()
            .resideInAPackage(ROOT + ".feed")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(LANGUAGE)
                    .or(
                        resideInAnyPackage(
                            ROOT,
                            ROOT + ".event",
                            ROOT + ".timeline",
                            ROOT + ".wire",
                            ROOT + ".schema",
                            ROOT + ".feed",
                            "java.sql..",
                            "javax.sql..",
                            "com.zaxxer.hikari..",
                            "org.slf4j.."))));
  }

  @Test
  void only_the_feed_over_kafka_knows_kafka() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".feed.kafka")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.kafka..", ROOT + ".feed.kafka")));
  }

  @Test
  void the_feed_over_kafka_knows_the_wire_and_no_database() {
    check(
        classes()
            .that()
            .resideInAPackage(ROOT + ".feed.kafka")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(LANGUAGE)
                    .or(
                        resideInAnyPackage(
                            ROOT,
                            ROOT + ".wire",
                            ROOT + ".feed",
                            ROOT + ".feed.kafka",
                            "java.nio..",
                            "org.apache.kafka.."))));
  }

  @Test
  void the_schema_knows_flyway_and_pools_and_nothing_of_cases() {
    check(
        classes()
            .that()
            .resideInAPackage(ROOT + ".schema")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(LANGUAGE)
                    .or(
                        resideInAnyPackage(
                            ROOT + ".schema",
                            "java.sql..",
                            "javax.sql..",
                            "org.flywaydb.core..",
                            "com.zaxxer.hikari..",
                            "org.postgresql.ds.."))
                    .or(simpleName("LedgerId"))));
  }

  @Test
  void only_the_edge_knows_spring() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".edge")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("org.springframework..", "jakarta..", "io.micrometer..")));
  }

  @Test
  void nobody_behind_the_edge_knows_the_edge() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".edge")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ROOT + ".edge")));
  }

  @Test
  void nobody_knows_axon_or_a_service() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "org.axonframework..",
                    "org.jalon.command..",
                    "org.jalon.query..",
                    "org.jalon.workload..")));
  }

  @Test
  void nobody_reads_the_clock_but_the_edges() {
    ArchRule rule =
        noClasses()
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
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);
    check(rule);
  }

  /** A room that rests on the JDK's language packages, itself and the rooms named. */
  private static void room(String room, String... others) {
    check(
        classes()
            .that()
            .resideInAPackage(room)
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(LANGUAGE)
                    .or(resideInAnyPackage(room))
                    .or(resideInAnyPackage(others))));
  }

  private static void check(ArchRule rule) {
    rule.check(KERNEL);
  }
}
