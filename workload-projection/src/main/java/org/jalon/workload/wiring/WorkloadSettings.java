package org.jalon.workload.wiring;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this service.
 *
 * @param zone in which days begin and end
 * @param connections to the database, at most; at least 2
 */
@ConfigurationProperties("jalon.workload")
record WorkloadSettings(
    @DefaultValue("Europe/Paris") ZoneId zone, @DefaultValue("6") int connections) {}
