package org.jalon.workload.wiring;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this service.
 *
 * @param zone in which days begin and end, where the surroundings bring no clock
 * @param connections to the database at most, 2 to 100: one moves the view, the others answer
 */
@ConfigurationProperties("jalon.workload")
record WorkloadSettings(
    @DefaultValue("Europe/Paris") ZoneId zone, @DefaultValue("6") int connections) {

  private static final int FEWEST = 2;
  private static final int MOST = 100;

  /**
   * @throws IllegalArgumentException if the number of connections is out of bounds
   */
  WorkloadSettings {
    if (connections < FEWEST || connections > MOST) {
      throw new IllegalArgumentException(
          "jalon.workload.connections is %d, it must be from %d to %d"
              .formatted(connections, FEWEST, MOST));
    }
  }
}
