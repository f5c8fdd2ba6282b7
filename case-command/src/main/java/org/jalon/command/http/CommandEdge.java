package org.jalon.command.http;

import java.time.InstantSource;
import org.jalon.command.wiring.CommandSettings;
import org.jalon.command.wiring.Decisions;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.edge.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The HTTP edge of the write side. */
@Configuration(proxyBeanMethods = false)
public class CommandEdge {

  /** The configuration. */
  public CommandEdge() {}

  @Bean
  CommandController commandController(
      Decisions decisions, LedgerId ledger, InstantSource clock, CommandSettings settings) {
    return new CommandController(new CommandDesk(decisions, ledger, clock, settings.zone()));
  }

  @Bean
  LedgerProblems ledgerProblems(Problems problems) {
    return new LedgerProblems(problems);
  }
}
