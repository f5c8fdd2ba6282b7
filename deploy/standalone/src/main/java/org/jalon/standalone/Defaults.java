package org.jalon.standalone;

import java.util.HashMap;
import java.util.Map;

/** Properties of the standalone; whatever an operator sets otherwise wins over them. */
final class Defaults {

  private Defaults() {}

  static Map<String, Object> of(Surroundings surroundings) {
    var defaults = new HashMap<String, Object>(web());
    defaults.put("server.port", surroundings.port());
    defaults.putAll(operations());
    return defaults;
  }

  private static Map<String, Object> web() {
    return Map.of(
        "server.address", "127.0.0.1",
        "server.shutdown", "graceful",
        "spring.lifecycle.timeout-per-shutdown-phase", "5s",
        "spring.threads.virtual.enabled", true,
        "server.max-http-request-header-size", "16KB",
        "server.tomcat.max-swallow-size", "2MB",
        "server.tomcat.connection-timeout", "20s",
        "server.tomcat.keep-alive-timeout", "60s",
        "spring.servlet.multipart.enabled", false,
        "spring.web.resources.add-mappings", false);
  }

  private static Map<String, Object> operations() {
    return Map.of(
        "spring.main.banner-mode", "off",
        "spring.main.log-startup-info", false,
        "spring.jmx.enabled", false,
        "logging.level.root", "WARN",
        "logging.level.org.jalon", "INFO",
        "logging.level.org.springframework.boot.SpringApplication", "OFF",
        "management.endpoints.web.exposure.include", "health,metrics",
        "management.endpoint.health.show-details", "always",
        "management.endpoint.health.probes.enabled", true);
  }
}
