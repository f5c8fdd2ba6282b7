package org.jalon.standalone;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The web server: everything it says by itself is a problem document too. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

  @Bean
  Unanswered unanswered() {
    return new Unanswered();
  }

  @Bean
  ErrorPageRegistrar unansweredPage() {
    return registry -> registry.addErrorPages(new ErrorPage(Unanswered.PATH));
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
              }
            });
  }

  /** An id may hold a slash: written as %2F it stays within its part of the path. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesInIds() {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> {
              connector.setEncodedSolidusHandling("passthrough");
              connector.setEncodedReverseSolidusHandling("passthrough");
            });
  }
}
