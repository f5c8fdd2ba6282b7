package org.jalon.standalone;

/** One Jalon for all tests that only add to it; it ends with the JVM of the tests. */
final class SharedJalon {

  private SharedJalon() {}

  static RunningJalon running() {
    return Started.JALON;
  }

  private static final class Started {

    static final RunningJalon JALON = start();

    private static RunningJalon start() {
      RunningJalon jalon = RunningJalon.on(RunningJalon.absent());
      Runtime.getRuntime().addShutdownHook(new Thread(jalon::close));
      return jalon;
    }
  }
}
