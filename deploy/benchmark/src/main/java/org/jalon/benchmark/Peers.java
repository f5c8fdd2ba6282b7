package org.jalon.benchmark;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Those that append beside us, as far as this machine can have them; what it cannot is said. */
final class Peers implements AutoCloseable {

  private static final int CATEGORIES = 32;

  private final List<Store> all = new ArrayList<>();
  private final AxonJpa jpa;
  private final Deque<EmmettStore> open = new ArrayDeque<>();

  private Peers(Site site) {
    jpa = new AxonJpa(site.peers(), "axon_jpa");
    all.add(new AxonJpaStore(jpa));
  }

  /**
   * Installs them all on the server.
   *
   * @param packages where npm puts what it fetches
   */
  static Peers of(Site site, NpmPackages packages) throws Exception {
    var peers = new Peers(site);
    try {
      MessageDbStore.install(site.peers(), packages.messageDb());
      peers.all.add(new MessageDbStore(site.peers(), 1));
      peers.all.add(new MessageDbStore(site.peers(), CATEGORIES));
    } catch (IOException e) {
      Progress.say("SKIPPED message-db: " + e.getMessage());
    }
    try {
      var emmett = new EmmettStore(site.peers().access(), packages.emmett());
      peers.all.add(emmett);
      peers.open.push(emmett);
    } catch (IOException e) {
      Progress.say("SKIPPED emmett: " + e.getMessage());
    }
    return peers;
  }

  /** What they do: each of its own. */
  List<Store> all() {
    return all;
  }

  /** Axon's engine, which also decides. */
  AxonJpa jpa() {
    return jpa;
  }

  @Override
  public void close() {
    open.forEach(EmmettStore::close);
    jpa.close();
  }
}
