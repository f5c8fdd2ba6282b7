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
 */
@ConfigurationProperties("jalon.command")
public record CommandSettings(
    @DefaultValue("Europe/Paris") ZoneId zone,
    @DefaultValue("12") int connections,
    @DefaultValue("32MB") DataSize cache,
    @DefaultValue("10m") Duration checkpointInterval,
    @Nullable Path checkpointFile) {}
