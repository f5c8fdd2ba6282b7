package org.jalon.command.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the write side is set up.
 *
 * @param zone of the installation, in which days begin and end
 * @param connections most connections to the ledger's tables, at least 6
 * @param cache how much of what decisions have read may be kept in memory for the next ones,
 *     roughly; 0 keeps nothing
 * @param checkpointInterval how often the head of the ledger is signed, if it has moved; at least a
 *     second
 * @param checkpointFile where signed checkpoints are appended; without it, {@code
 *     checkpoints-<ledger>.jsonl} beside the keys
 * @param queue of appends that wait for the ledger's writer
 */
@ConfigurationProperties("jalon.command")
public record CommandSettings(
    @DefaultValue("Europe/Paris") ZoneId zone,
    @DefaultValue("12") int connections,
    @DefaultValue("32MB") DataSize cache,
    @DefaultValue("10m") Duration checkpointInterval,
    @Nullable Path checkpointFile,
    @DefaultValue Queue queue) {

  /**
   * How much may wait for the ledger's writer; as much again may wait for room in the queue, and
   * what finds none is answered with 503 and {@code Retry-After}.
   *
   * @param requests most appends in the queue, 1 or more
   * @param size most that they hold together, roughly
   * @param patience longest that one waits for room, at least a millisecond
   */
  public record Queue(
      @DefaultValue("10000") int requests,
      @DefaultValue("128MB") DataSize size,
      @DefaultValue("500ms") Duration patience) {}
}
