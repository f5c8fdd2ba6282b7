package org.jalon.kernel.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How far a view has come, for all who wait for it; outlives the projectors that move it. */
final class Headway {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private volatile long position = -1;
  private volatile @Nullable RuntimeException stopped;

  long position() {
    return Math.max(0, position);
  }

  Optional<RuntimeException> failure() {
    return Optional.ofNullable(stopped);
  }

  boolean await(long wanted, Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (position < wanted && stopped == null && left > 0) {
        left = moved.awaitNanos(left);
      }
      return position >= wanted;
    } finally {
      lock.unlock();
    }
  }

  /** The view rests on a position; it may lie before the last one, after a rebuild. */
  void reached(long newPosition) {
    change(newPosition, null);
  }

  /** The view stays where it is until a projector begins anew. */
  void stopped(RuntimeException cause) {
    change(position, cause);
  }

  private void change(long newPosition, @Nullable RuntimeException cause) {
    lock.lock();
    try {
      position = newPosition;
      stopped = cause;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
