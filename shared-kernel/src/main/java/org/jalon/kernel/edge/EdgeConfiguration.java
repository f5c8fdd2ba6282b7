package org.jalon.kernel.edge;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** What every service with an HTTP edge imports; several in one process share it. */
@Configuration(proxyBeanMethods = false)
@Import(Problems.class)
public class EdgeConfiguration {

  /** The configuration. */
  public EdgeConfiguration() {}

  @Bean
  FilterRegistrationBean<LoopbackGuard> loopbackGuard() {
    var registration = new FilterRegistrationBean<>(new LoopbackGuard());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
