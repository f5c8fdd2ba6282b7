package org.jalon.kernel.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.InvalidValue;
import org.jalon.kernel.feed.FeedUnavailable;
import org.jalon.kernel.wire.KeyUnavailable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A real server with the shared edge and a few calls that go wrong, spoken to byte by byte. */
final class EdgeServer implements AutoCloseable {

  private static final int DEADLINE_MILLIS = 10_000;

  private final ConfigurableApplicationContext context;

  private EdgeServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** What came back. */
  record Answer(int status, String head, String body) {}

  static EdgeServer start() {
    return new EdgeServer(
        new SpringApplicationBuilder(Site.class)
            .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
            .run());
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  String host() {
    return "localhost:" + port();
  }

  /** Sends a request line and headers as they are, and a body. */
  Answer send(String requestLine, String headers, String body) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(DEADLINE_MILLIS);
      String head = requestLine + " HTTP/1.1\r\n" + headers.strip().replaceAll("\\R", "\r\n");
      socket
          .getOutputStream()
          .write((head + "\r\nConnection: close\r\n\r\n" + body).getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      int end = answer.indexOf("\r\n\r\n");
      int status = Integer.parseInt(answer.split(" ", 3)[1]);
      return new Answer(status, answer.substring(0, end), answer.substring(end + 4));
    }
  }

  Answer get(String path) throws IOException {
    return send("GET " + path, "Host: " + host(), "");
  }

  @Override
  public void close() {
    context.close();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({EdgeConfiguration.class, Calls.class})
  static class Site {}

  record Body(String text) {}

  @RestController
  static class Calls {

    @GetMapping("/ok")
    String ok() {
      return "ok";
    }

    @PostMapping("/ok")
    String posted() {
      return "ok";
    }

    @PostMapping("/body")
    String body(@RequestBody Body body) {
      return body.text();
    }

    @GetMapping("/cases/{id}")
    String ofCase(@PathVariable CaseId id) {
      return id.value();
    }

    @GetMapping("/on")
    String on(@RequestParam LocalDate day) {
      return day.toString();
    }

    @GetMapping("/fails/{how}")
    String fails(@PathVariable String how) throws Exception {
      throw switch (how) {
        case "value" -> new InvalidValue("TEXT_MALFORMED", "a text is not blank");
        case "keys" -> new KeyUnavailable("no keys now");
        case "feed" -> new FeedUnavailable("no ledger now");
        case "connection" -> new SQLException("gone", "08006");
        case "sql" -> new SQLException("secret detail", "42601");
        case "interrupted" -> new InterruptedException();
        default -> new IllegalStateException("secret detail");
      };
    }
  }
}
