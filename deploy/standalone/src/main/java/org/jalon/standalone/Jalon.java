package org.jalon.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

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
      Heap.giveBackWhenIdle();
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
    var application = new SpringApplication(StandaloneConfiguration.class);
    application.setDefaultProperties(Defaults.all());
    application.addInitializers(
        context -> {
          var listening = new MapPropertySource("listening", Defaults.listening(surroundings));
          context.getEnvironment().getPropertySources().addFirst(listening);
          var database = new DatabaseOnItsWay(surroundings);
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

  /** Without its database Jalon can do nothing: it ends, so that it can be started again. */
  static void endForWantOfDatabase() {
    System.err.println(
        "Jalon ends: its PostgreSQL has ended by itself. Start Jalon again; what was acknowledged"
            + " is kept.");
    System.exit(2);
  }

  private static void end(String reason) {
    System.err.println("Jalon does not start: " + reason);
    System.exit(1);
  }
}
