package org.jalon.command.wiring;

/** A decision was overtaken by others again and again; nothing was recorded. */
public final class LostRace extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LostRace(int attempts, Throwable cause) {
    super(
        "others were faster %d times; nothing was recorded, the command may be repeated as it is"
            .formatted(attempts),
        cause);
  }
}
