package org.jalon.standalone;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.wiring.DecisionCache;
import org.jalon.kernel.feed.LiveView;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springdoc.webmvc.ui.SwaggerConfig;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What explains this Jalon to people and programs. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  SpringDocConfigProperties.class,
  SpringDocConfiguration.class,
  SpringDocWebMvcConfiguration.class,
  SwaggerConfig.class,
  SwaggerUiConfigProperties.class,
  SwaggerUiOAuthProperties.class
})
class PageConfiguration {

  @Bean
  IndexPage indexPage(Ledger ledger, List<LiveView> views, Surroundings surroundings) {
    return new IndexPage(ledger, views, surroundings);
  }

  @Bean
  LedgerMeters ledgerMeters(Ledger ledger) {
    return new LedgerMeters(ledger);
  }

  @Bean
  DecisionMeters decisionMeters(DecisionCache cache) {
    return new DecisionMeters(cache);
  }

  @Bean
  ProblemResponses problemResponses() {
    return new ProblemResponses();
  }

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .addServersItem(new Server().url("/"))
        .info(
            new Info()
                .title("Jalon")
                .version(Version.text())
                .description(
                    "Case lifecycles of social work, recorded as facts. Errors are problem"
                        + " documents (RFC 9457).")
                .license(new License().name("Apache-2.0")));
  }
}
