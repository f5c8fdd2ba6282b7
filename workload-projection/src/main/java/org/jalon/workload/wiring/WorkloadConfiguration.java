package org.jalon.workload.wiring;

import java.time.Clock;
import java.util.List;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.edge.EdgeConfiguration;
import org.jalon.kernel.edge.KnownParameters;
import org.jalon.kernel.edge.ViewGate;
import org.jalon.kernel.edge.ViewHealth;
import org.jalon.kernel.edge.ViewLag;
import org.jalon.kernel.edge.ViewLifecycle;
import org.jalon.kernel.feed.EventFeed;
import org.jalon.kernel.feed.LiveView;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.schema.ModuleSchema;
import org.jalon.workload.http.AlertController;
import org.jalon.workload.http.Answers;
import org.jalon.workload.http.CaseloadController;
import org.jalon.workload.http.Installation;
import org.jalon.workload.http.RebuildController;
import org.jalon.workload.http.SeriesController;
import org.jalon.workload.store.CaseloadProjection;
import org.jalon.workload.store.Caseloads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Workload from feed to HTTP; its surroundings give the ledger's id, its feed and the database, and
 * may bring a clock of their zone.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkloadSettings.class)
@Import(EdgeConfiguration.class)
public class WorkloadConfiguration {

  private static final String VIEW = "caseloadView";
  private static final String MODULE = "workload";

  /** The configuration. */
  public WorkloadConfiguration() {}

  // The lifecycle closes it, after the last request.
  @Bean(name = VIEW, destroyMethod = "")
  LiveView caseloadView(EventFeed feed, DatabaseAccess access, WorkloadSettings settings) {
    var schema = new ModuleSchema(feed.ledger(), MODULE);
    return new LiveView(feed, new CaseloadProjection(), schema, access, settings.connections());
  }

  @Bean
  ViewLifecycle caseloadViewLifecycle(@Qualifier(VIEW) LiveView view) {
    return new ViewLifecycle(view);
  }

  @Bean
  ViewHealth caseloadViewHealthIndicator(@Qualifier(VIEW) LiveView view) {
    return new ViewHealth(view);
  }

  @Bean
  ViewLag caseloadViewLag(@Qualifier(VIEW) LiveView view) {
    return new ViewLag(view);
  }

  @Bean
  Answers caseloadAnswers(
      @Qualifier(VIEW) LiveView view,
      LedgerId ledger,
      WorkloadSettings settings,
      ObjectProvider<Clock> clock) {
    return new Answers(
        ledger,
        new Caseloads(view),
        new ViewGate(ledger, List.of(view)),
        new Installation(clock.getIfUnique(() -> Clock.system(settings.zone()))));
  }

  @Bean
  CaseloadController caseloadController(Answers caseloadAnswers) {
    return new CaseloadController(caseloadAnswers);
  }

  @Bean
  SeriesController caseloadSeriesController(Answers caseloadAnswers) {
    return new SeriesController(caseloadAnswers);
  }

  @Bean
  AlertController caseloadAlertController(Answers caseloadAnswers) {
    return new AlertController(caseloadAnswers);
  }

  @Bean
  RebuildController caseloadRebuildController(@Qualifier(VIEW) LiveView view) {
    return new RebuildController(view);
  }

  @Bean
  WebMvcConfigurer workloadParameters() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/workload/**");
      }
    };
  }
}
