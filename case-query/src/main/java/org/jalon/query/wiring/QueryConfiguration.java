package org.jalon.query.wiring;

import java.time.Clock;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.edge.EdgeConfiguration;
import org.jalon.kernel.edge.KnownParameters;
import org.jalon.kernel.edge.ViewHealth;
import org.jalon.kernel.edge.ViewLag;
import org.jalon.kernel.edge.ViewLifecycle;
import org.jalon.kernel.feed.EventFeed;
import org.jalon.kernel.feed.LiveView;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.schema.ModuleSchema;
import org.jalon.kernel.wire.KeyStore;
import org.jalon.query.caselist.CaseRows;
import org.jalon.query.http.CaseController;
import org.jalon.query.http.RebuildController;
import org.jalon.query.journal.Journal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The read side of cases. Its surroundings bring {@link EventFeed}, {@link KeyStore}, {@link
 * LedgerId} and {@link DatabaseAccess}, and may bring a {@link Clock}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueryDefaults.class)
@Import(EdgeConfiguration.class)
public class QueryConfiguration {

  private static final String VIEW = "caseView";

  /** The configuration. */
  public QueryConfiguration() {}

  @Bean
  Journal caseJournal(LedgerId ledger) {
    return new Journal(ledger);
  }

  @Bean
  CaseRows caseRows() {
    return new CaseRows();
  }

  @Bean(name = VIEW, destroyMethod = "close")
  LiveView caseView(
      EventFeed feed,
      LedgerId ledger,
      DatabaseAccess access,
      QueryDefaults defaults,
      Journal journal,
      CaseRows rows) {
    return new LiveView(
        feed,
        new Cases(journal, rows),
        new ModuleSchema(ledger, "query"),
        access,
        defaults.connections());
  }

  @Bean
  ViewLifecycle caseViewLifecycle(@Qualifier(VIEW) LiveView view) {
    return new ViewLifecycle(view);
  }

  @Bean
  ViewHealth caseViewHealthIndicator(@Qualifier(VIEW) LiveView view) {
    return new ViewHealth(view);
  }

  @Bean
  ViewLag caseViewLag(@Qualifier(VIEW) LiveView view) {
    return new ViewLag(view);
  }

  @Bean
  CaseController caseController(
      @Qualifier(VIEW) LiveView view,
      Journal journal,
      CaseRows rows,
      KeyStore keys,
      QueryDefaults defaults,
      ObjectProvider<Clock> clock) {
    return new CaseController(
        view, journal, rows, keys, clock.getIfAvailable(() -> Clock.system(defaults.zone())));
  }

  @Bean
  RebuildController caseRebuildController(@Qualifier(VIEW) LiveView view) {
    return new RebuildController(view);
  }

  @Bean
  WebMvcConfigurer caseParameters() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/cases/**");
      }
    };
  }
}
