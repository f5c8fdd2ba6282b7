package org.jalon.query.wiring;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set of case-query.
 *
 * @param connections most connections to the database at once, 2 to 100
 * @param zone says what today is, where the surroundings bring no clock
 */
@ConfigurationProperties("jalon.query")
public record QueryDefaults(
    @DefaultValue("6") int connections, @DefaultValue("Europe/Paris") ZoneId zone) {

  private static final int FEWEST = 2;
  private static final int MOST = 100;

  /**
   * @throws IllegalArgumentException if the number of connections is out of bounds
   */
  public QueryDefaults {
    if (connections < FEWEST || connections > MOST) {
      throw new IllegalArgumentException(
          "jalon.query.connections is %d, it must be from %d to %d"
              .formatted(connections, FEWEST, MOST));
    }
  }
}
