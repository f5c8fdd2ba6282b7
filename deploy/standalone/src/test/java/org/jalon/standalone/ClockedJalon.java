package org.jalon.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The application in this JVM, with a database of its own and the time of a test's clock. */
final class ClockedJalon implements AutoCloseable {

  private static final Duration CALL = Duration.ofSeconds(60);

  private final ConfigurableApplicationContext context;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private String position = "main:0";

  private ClockedJalon(ConfigurableApplicationContext context, int port) {
    this.context = context;
    this.port = port;
  }

  static ClockedJalon with(Clock clock) {
    var surroundings =
        new Surroundings(RunningJalon.absent(), RunningJalon.freePort(), Optional.empty());
    Home.at(surroundings.data());
    var application = new SpringApplication(StandaloneConfiguration.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(Defaults.all());
    application.addInitializers(
        context -> {
          var listening = new MapPropertySource("listening", Defaults.listening(surroundings));
          context.getEnvironment().getPropertySources().addFirst(listening);
          var database = new DatabaseOnItsWay(surroundings);
          var beans = (GenericApplicationContext) context;
          beans.registerBean(Surroundings.class, () -> surroundings);
          beans.registerBean(DatabaseOnItsWay.class, () -> database);
          beans.registerBean("clock", Clock.class, () -> clock);
        });
    return new ClockedJalon(application.run(), surroundings.port());
  }

  /** Sends a command and remembers how far the ledger is then. */
  Answer command(String name, String body) throws IOException, InterruptedException {
    Answer answer =
        send(
            request("/api/commands/" + name)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    if (answer.status() == 200) {
      position = answer.position();
    }
    return answer;
  }

  /** Asks once the views have read every command that was sent. */
  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).header("Jalon-Position", position).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(CALL);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return Answer.of(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  @Override
  public void close() {
    http.close();
    context.close();
  }
}
