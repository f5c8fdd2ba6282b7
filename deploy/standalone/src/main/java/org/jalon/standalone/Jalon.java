package org.jalon.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/** Starts Jalon. */
final class Jalon {

  private Jalon() {}

  static void main() {
    try {
      start(Surroundings.of(System.getenv()));
    } catch (CannotStart e) {
      end(String.valueOf(e.getMessage()));
    }
  }

  private static void start(Surroundings surroundings) {
    try {
      Port.requireFree(surroundings.port());
      Home.at(surroundings.data());
      run(surroundings);
      IO.println(Welcome.to(surroundings, sinceTheProcessBegan()));
    } catch (RuntimeException e) {
      Optional<String> reason = Failure.reason(e, surroundings);
      if (reason.isEmpty()) {
        LoggerFactory.getLogger(Jalon.class).error("a fault of Jalon", e);
      }
      end(reason.orElse("the log above says why"));
    }
  }

  private static void run(Surroundings surroundings) {
    var database = new DatabaseOnItsWay(surroundings);
    var application = new SpringApplication(StandaloneConfiguration.class);
    application.setDefaultProperties(Defaults.of(surroundings));
    application.addInitializers(
        context -> {
          var beans = (GenericApplicationContext) context;
          beans.registerBean(Surroundings.class, () -> surroundings);
          beans.registerBean(DatabaseOnItsWay.class, () -> database);
        });
    application.run();
  }

  private static double sinceTheProcessBegan() {
    Instant now = Instant.now();
    Instant begun = ProcessHandle.current().info().startInstant().orElse(now);
    return Duration.between(begun, now).toMillis() / 1_000.0;
  }

  private static void end(String reason) {
    System.err.println("Jalon does not start: " + reason);
    System.exit(1);
  }
}
