package org.jalon.standalone;

import java.util.HashMap;
import java.util.Map;

/** Properties of the standalone; whatever an operator sets otherwise wins over them. */
final class Defaults {

  private Defaults() {}

  static Map<String, Object> all() {
    var defaults = new HashMap<String, Object>(web());
    defaults.putAll(description());
    defaults.putAll(logs());
    defaults.putAll(operations());
    return defaults;
  }

  /** Where it listens: the loopback and the port that was asked for, whatever else is set. */
  static Map<String, Object> listening(Surroundings surroundings) {
    return Map.of("server.address", "127.0.0.1", "server.port", surroundings.port());
  }

  /**
   * What is too large is read to its end, up to 64 MB, so that the client gets to read why. An
   * answer that is streamed, as an export of the ledger is, may take an hour.
   */
  private static Map<String, Object> web() {
    return Map.of(
        "server.shutdown", "graceful",
        "spring.lifecycle.timeout-per-shutdown-phase", "5s",
        "spring.threads.virtual.enabled", true,
        "server.max-http-request-header-size", "16KB",
        "server.tomcat.max-swallow-size", "64MB",
        "server.tomcat.connection-timeout", "20s",
        "server.tomcat.keep-alive-timeout", "60s",
        "server.tomcat.max-connections", 1_000,
        "spring.mvc.async.request-timeout", "1h",
        "spring.web.resources.add-mappings", false);
  }

  private static Map<String, Object> description() {
    return Map.of(
        "springdoc.api-docs.path", "/api/openapi",
        "springdoc.api-docs.version", "openapi_3_1",
        "springdoc.swagger-ui.path", "/api/docs",
        "springdoc.swagger-ui.tryItOutEnabled", true,
        "springdoc.swagger-ui.operationsSorter", "alpha",
        "springdoc.swagger-ui.tagsSorter", "alpha",
        "springdoc.default-produces-media-type", "application/json",
        "springdoc.show-actuator", false,
        "springdoc.cache.disabled", false);
  }

  /** Bodies never reach a log: Spring would quote them where it explains what it refused. */
  private static Map<String, Object> logs() {
    return Map.of(
        "logging.level.root", "WARN",
        "logging.level.com.zaxxer.hikari.pool.ProxyConnection", "ERROR",
        "logging.level.org.jalon", "INFO",
        "logging.level.org.springframework.boot.SpringApplication", "OFF",
        "logging.level.org.springframework.boot.web.server.servlet.context", "ERROR",
        "logging.level.org.springdoc.core.events", "ERROR",
        "logging.level.org.springframework.web.servlet.PageNotFound", "ERROR",
        "logging.level.org.springframework.web.servlet.mvc.support", "ERROR",
        "logging.level.org.springframework.web.servlet.mvc.method.annotation", "ERROR");
  }

  private static Map<String, Object> operations() {
    return Map.of(
        "spring.main.banner-mode",
        "off",
        "spring.main.log-startup-info",
        false,
        "spring.jmx.enabled",
        false,
        "management.endpoints.web.exposure.include",
        "health,metrics",
        "management.endpoint.health.show-details",
        "always",
        "management.endpoint.health.probes.enabled",
        true);
  }
}
