package org.jalon.command;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import org.jalon.command.decision.Rights;
import org.jalon.command.http.CommandEdge;
import org.jalon.command.importing.job.ImportKinds;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerConnections;
import org.jalon.command.ledger.LedgerOptions;
import org.jalon.command.ledger.checkpoint.Checkpoints;
import org.jalon.command.wiring.CommandSettings;
import org.jalon.command.wiring.DataDirectory;
import org.jalon.command.wiring.DecisionCache;
import org.jalon.command.wiring.Decisions;
import org.jalon.command.wiring.LedgerFeed;
import org.jalon.command.wiring.LedgerHealth;
import org.jalon.command.wiring.WriteSide;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.edge.EdgeConfiguration;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.schema.ModuleSchema;
import org.jalon.kernel.wire.KeyStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;

/**
 * The write side. Needs {@link DatabaseAccess}, {@link LedgerId}, {@link KeyStore} {@link
 * org.jalon.kernel.wire.KeyMarks} and {@link DataDirectory} from its surroundings; offers the
 * {@link Ledger} and the {@link LedgerFeed} of readers in the same process.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandSettings.class)
@Import({EdgeConfiguration.class, CommandEdge.class})
public class CommandConfiguration {

  /** The configuration. */
  public CommandConfiguration() {}

  @Bean
  ModuleSchema ledgerSchema(LedgerId ledger) {
    return new ModuleSchema(ledger, "ledger");
  }

  @Bean
  HikariDataSource ledgerDatabase(
      DatabaseAccess access, ModuleSchema ledgerSchema, CommandSettings settings) {
    ledgerSchema.migrate(access.owner());
    HikariDataSource pool = access.pool(ledgerSchema, settings.connections());
    LedgerConnections.driverProperties().forEach(pool::addDataSourceProperty);
    return pool;
  }

  @Bean
  Ledger ledger(
      HikariDataSource ledgerDatabase,
      LedgerId id,
      KeyStore keys,
      CommandSettings settings,
      ObjectProvider<Clock> clock) {
    LedgerOptions options =
        LedgerOptions.defaults()
            .withQueuedRequests(settings.queue().requests())
            .withQueuedBytes(settings.queue().size().toBytes())
            .withRoomWait(settings.queue().patience())
            .withClock(clock.getIfAvailable(Clock::systemUTC));
    return Ledger.open(ledgerDatabase, id, WriteSide.format(id, keys), options);
  }

  @Bean
  LedgerFeed ledgerFeed(Ledger ledger) {
    return new LedgerFeed(ledger);
  }

  /** Closed between those who append and the ledger: what they have appended is signed. */
  @Bean(destroyMethod = "drainAndClose")
  Checkpoints checkpoints(
      Ledger ledger,
      DataDirectory directory,
      CommandSettings settings,
      ObjectProvider<Clock> clock) {
    Path file =
        Optional.ofNullable(settings.checkpointFile())
            .orElseGet(() -> directory.checkpoints(ledger.id()));
    return Checkpoints.open(
        ledger,
        directory.checkpointKey(),
        file,
        settings.checkpointInterval(),
        clock.getIfAvailable(Clock::systemUTC));
  }

  @Bean
  LedgerHealth ledgerHealthIndicator(Ledger ledger, Checkpoints checkpoints) {
    return new LedgerHealth(ledger, checkpoints::fork);
  }

  @Bean
  DecisionCache decisionCache(CommandSettings settings) {
    return new DecisionCache(settings.cache().toBytes());
  }

  @Bean
  @DependsOn("checkpoints")
  Decisions decisions(Ledger ledger, KeyStore keys, DecisionCache decisionCache) {
    Decisions decisions =
        WriteSide.decisions(ledger, keys, Rights.LOCAL_TRUST, ImportKinds.all(), decisionCache);
    decisions.endRedactions();
    return decisions;
  }

  /** No {@link Clock}: readers beside would take its zone for that of the installation. */
  @Bean
  InstantSource commandTime(ObjectProvider<Clock> clock) {
    return clock.getIfAvailable(Clock::systemUTC)::instant;
  }
}
