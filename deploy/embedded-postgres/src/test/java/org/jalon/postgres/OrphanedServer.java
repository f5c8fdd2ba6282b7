package org.jalon.postgres;

/** A server whose supervising shell is gone. */
final class OrphanedServer {

  private OrphanedServer() {}

  /** Kills the shell and the part of it that watches the JVM, but not the server below it. */
  static void killShells(ProcessHandle shell) {
    shell.children().filter(OrphanedServer::isShell).forEach(ProcessHandle::destroyForcibly);
    shell.destroyForcibly();
  }

  private static boolean isShell(ProcessHandle process) {
    return process.info().command().filter(path -> !path.endsWith("/postgres")).isPresent();
  }
}
