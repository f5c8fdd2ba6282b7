package org.jalon.kernel.feed.kafka;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The cursors of a feed: a reader that goes on where it was gets the one it had. */
final class Cursors implements AutoCloseable {

  private static final int MOST = 4;

  private final LongFunction<Cursor> opening;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition returned = lock.newCondition();
  private final Deque<Cursor> idle = new ArrayDeque<>();
  private int open;
  private boolean closed;

  /**
   * @param opening opens a cursor behind a position
   */
  Cursors(LongFunction<Cursor> opening) {
    this.opening = opening;
  }

  /**
   * A cursor that stands at a position, for the caller alone until it is given back.
   *
   * @param end until when one is waited for, by {@link System#nanoTime}
   * @return null if all were in use until then
   */
  @Nullable Cursor take(long position, long end) throws InterruptedException {
    Cursor other;
    lock.lockInterruptibly();
    try {
      while (idle.isEmpty() && open == MOST) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return null;
        }
        returned.awaitNanos(left);
      }
      if (closed) {
        throw new IllegalStateException("the feed was closed");
      }
      Cursor fitting = standingAt(position);
      if (fitting != null) {
        return fitting;
      }
      other = open == MOST ? idle.pollFirst() : null;
      open += other == null ? 1 : 0;
    } finally {
      lock.unlock();
    }
    return replace(other, position);
  }

  private @Nullable Cursor standingAt(long position) {
    for (Cursor cursor : idle) {
      if (cursor.position() == position) {
        idle.remove(cursor);
        return cursor;
      }
    }
    return null;
  }

  private Cursor replace(@Nullable Cursor other, long position) {
    boolean done = false;
    try {
      if (other != null) {
        other.close();
      }
      Cursor cursor = opening.apply(position);
      done = true;
      return cursor;
    } finally {
      if (!done) {
        oneLess();
      }
    }
  }

  /** Gives back one that can go on. */
  void giveBack(Cursor cursor) {
    lock.lock();
    try {
      if (!closed) {
        idle.addLast(cursor);
        returned.signal();
        return;
      }
    } finally {
      lock.unlock();
    }
    cursor.close();
  }

  /** Gives back one that cannot. */
  void drop(Cursor cursor) {
    try {
      cursor.close();
    } finally {
      oneLess();
    }
  }

  private void oneLess() {
    lock.lock();
    try {
      open--;
      returned.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      idle.forEach(Cursor::close);
      open -= idle.size();
      idle.clear();
      returned.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
