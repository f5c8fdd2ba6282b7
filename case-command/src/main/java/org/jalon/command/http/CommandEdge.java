package org.jalon.command.http;

import java.io.IOException;
import java.time.InstantSource;
import org.jalon.command.importing.job.Imports;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.checkpoint.Checkpoints;
import org.jalon.command.wiring.CommandSettings;
import org.jalon.command.wiring.DataDirectory;
import org.jalon.command.wiring.Decisions;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.edge.KnownParameters;
import org.jalon.kernel.edge.Problems;
import org.jalon.kernel.wire.KeyMarks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The HTTP edge of the write side. */
@Configuration(proxyBeanMethods = false)
public class CommandEdge {

  /** The configuration. */
  public CommandEdge() {}

  @Bean
  CommandController commandController(
      Decisions decisions,
      LedgerId ledger,
      InstantSource clock,
      CommandSettings settings,
      Problems problems) {
    return new CommandController(
        new CommandDesk(decisions, ledger, clock, settings.zone()), problems);
  }

  @Bean
  CommandDescription commandDescription() {
    return new CommandDescription();
  }

  @Bean
  Imports imports(
      Decisions decisions,
      DataDirectory directory,
      LedgerId ledger,
      KeyMarks marks,
      InstantSource clock,
      CommandSettings settings)
      throws IOException {
    return Imports.open(decisions, directory, ledger, marks, clock, settings.zone());
  }

  @Bean
  ImportController importController(Imports imports, LedgerId ledger) {
    return new ImportController(imports, ledger, new ImportProgress(ledger));
  }

  @Bean
  LedgerController ledgerController(Ledger ledger, Checkpoints checkpoints) {
    return new LedgerController(ledger, checkpoints);
  }

  @Bean
  ProofController proofController(Ledger ledger, Checkpoints checkpoints) {
    return new ProofController(ledger, checkpoints);
  }

  @Bean
  LedgerProblems ledgerProblems(Problems problems) {
    return new LedgerProblems(problems);
  }

  @Bean
  WebMvcConfigurer commandParameters() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry
            .addInterceptor(new KnownParameters())
            .addPathPatterns(
                "/api/commands/**", "/api/imports/**", "/api/ledger", "/api/ledger/**");
      }
    };
  }
}
