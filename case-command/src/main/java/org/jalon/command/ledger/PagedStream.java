package org.jalon.command.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A stream that fetches page by page on another thread, so that taking an entry never blocks: while
 * one page is taken the next one is fetched, and never more.
 */
final class PagedStream implements MessageStream<EventMessage> {

  /** Where the entries come from; asked by one thread at a time. */
  interface Pages {

    /** The next entries; none and not the last: there is nothing for now. */
    Page next();
  }

  /** Entries in order, and whether others can follow. */
  record Page(List<Entry<EventMessage>> entries, boolean last) {}

  private final Pages pages;
  private final Executor executor;
  private final Runnable whenClosed;
  private final Deque<Entry<EventMessage>> buffer = new ArrayDeque<>();
  private Runnable callback = () -> {};
  private int newestPage;
  private boolean more = true;
  private boolean fetching;
  private boolean last;
  private boolean closed;
  private @Nullable Throwable error;

  PagedStream(Pages pages, Executor executor, Runnable whenClosed) {
    this.pages = pages;
    this.executor = executor;
    this.whenClosed = whenClosed;
  }

  /** Fetches the first page on this thread. */
  PagedStream filled() {
    synchronized (this) {
      fetching = true;
    }
    fetch();
    return this;
  }

  /** There may be more now. */
  synchronized void more() {
    more = true;
    refill();
  }

  @Override
  public synchronized Optional<Entry<EventMessage>> next() {
    Optional<Entry<EventMessage>> next = Optional.ofNullable(buffer.poll());
    refill();
    return next;
  }

  @Override
  public synchronized Optional<Entry<EventMessage>> peek() {
    refill();
    return Optional.ofNullable(buffer.peek());
  }

  @Override
  public synchronized boolean hasNextAvailable() {
    refill();
    return !buffer.isEmpty();
  }

  @Override
  public synchronized boolean isCompleted() {
    return buffer.isEmpty() && (last || closed || error != null);
  }

  @Override
  public synchronized Optional<Throwable> error() {
    return buffer.isEmpty() ? Optional.ofNullable(error) : Optional.empty();
  }

  @Override
  public void setCallback(Runnable callback) {
    synchronized (this) {
      this.callback = callback;
      refill();
    }
    call();
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      buffer.clear();
    }
    whenClosed.run();
    call();
  }

  private void refill() {
    if (buffer.size() <= newestPage && more && !fetching && !last && !closed && error == null) {
      fetching = true;
      executor.execute(this::fetch);
    }
  }

  private void fetch() {
    synchronized (this) {
      more = false;
    }
    try {
      Page page = pages.next();
      synchronized (this) {
        if (!closed) {
          buffer.addAll(page.entries());
        }
        newestPage = page.entries().size();
        last = page.last();
        more |= !page.entries().isEmpty();
        fetching = false;
        refill();
      }
    } catch (RuntimeException e) {
      fail(e);
    }
    call();
  }

  private void fail(RuntimeException reason) {
    synchronized (this) {
      error = reason;
      fetching = false;
    }
    whenClosed.run();
  }

  private void call() {
    Runnable current;
    synchronized (this) {
      current = callback;
    }
    try {
      current.run();
    } catch (RuntimeException e) {
      fail(e);
    }
  }
}
