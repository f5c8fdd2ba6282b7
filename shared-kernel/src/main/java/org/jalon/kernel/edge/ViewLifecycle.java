package org.jalon.kernel.edge;

import org.jalon.kernel.feed.LiveView;
import org.springframework.context.SmartLifecycle;

/**
 * Starts a view before the web server takes requests and closes it after the last one; what the
 * view reads from must start before {@link #PHASE} and stop after.
 */
public final class ViewLifecycle implements SmartLifecycle {

  /** Before the web server, which starts close to the last phase. */
  public static final int PHASE = 1_000;

  private final LiveView view;
  private volatile boolean running;

  /** A lifecycle for one view. */
  public ViewLifecycle(LiveView view) {
    this.view = view;
  }

  @Override
  public void start() {
    view.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    view.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
