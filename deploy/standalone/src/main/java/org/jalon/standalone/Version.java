package org.jalon.standalone;

import org.jspecify.annotations.Nullable;

/** Which Jalon this is. */
final class Version {

  private Version() {}

  static String text() {
    @Nullable String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(from its sources)" : version;
  }
}
