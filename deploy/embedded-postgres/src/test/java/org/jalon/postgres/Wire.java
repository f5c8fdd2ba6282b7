package org.jalon.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What lies between a client and its server: a port on 127.0.0.1 whose connections a test can cut
 * at chosen moments, freeze, or lead to another server.
 */
public final class Wire implements AutoCloseable {

  /** When a connection is cut, seen from the request that sets it off. */
  public enum Moment {
    BEFORE_THE_REQUEST,
    IN_THE_REQUEST,
    /** The server has the request and may have acted on it or not. */
    AFTER_THE_REQUEST,
    /** The server has answered; nobody hears it. */
    BEFORE_THE_ANSWER,
    IN_THE_ANSWER
  }

  private record Cut(String words, Moment moment) {}

  private final ServerSocket door;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition thawed = lock.newCondition();
  private final AtomicReference<@Nullable Cut> cut = new AtomicReference<>();
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile int target;
  private volatile boolean frozen;
  private volatile boolean closed;

  /** A wire to a port on 127.0.0.1. */
  public Wire(int target) {
    this.target = target;
    try {
      door = new ServerSocket(0, 64, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("wire").start(this::open);
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Cuts what is connected, and leads whoever connects from now on to another port. */
  public void leadTo(int other) {
    target = other;
    cutAll();
  }

  /** Cuts the connection over which such words are sent next. */
  public void cutAt(String words, Moment moment) {
    cut.set(new Cut(words, moment));
  }

  /** How many connections were cut because of what was sent. */
  public int cuts() {
    return cuts.get();
  }

  /** Nothing passes any more, and nobody is told. */
  public void freeze() {
    frozen = true;
  }

  /** Everything passes again, also what was held back. */
  public void thaw() {
    lock.lock();
    try {
      frozen = false;
      thawed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Cuts all connections. */
  public void cutAll() {
    sockets.forEach(Wire::close);
    sockets.clear();
  }

  @Override
  public void close() {
    closed = true;
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thaw();
    cutAll();
  }

  private void open() {
    while (!closed) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        // the door was closed
      }
    }
  }

  private void connect(Socket client) {
    try {
      Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), target);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      sockets.add(client);
      sockets.add(server);
      Line line = new Line(client, server);
      Thread.ofVirtual().start(() -> line.carry(client, server, line::request));
      Thread.ofVirtual().start(() -> line.carry(server, client, line::answer));
    } catch (IOException e) {
      close(client);
    }
  }

  private void awaitThaw() {
    lock.lock();
    try {
      while (frozen) {
        thawed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it was closed
    }
  }

  private interface Carrier {
    void carry(byte[] bytes, int length, OutputStream to) throws IOException;
  }

  /** One client's connection. */
  private final class Line {

    private final Socket client;
    private final Socket server;
    private volatile @Nullable Moment due;

    Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void carry(Socket from, Socket to, Carrier carrier) {
      byte[] bytes = new byte[256 * 1024];
      try (from;
          to;
          InputStream in = from.getInputStream()) {
        for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
          awaitThaw();
          carrier.carry(bytes, length, to.getOutputStream());
        }
      } catch (IOException e) {
        // the other side has gone
      }
      sockets.remove(from);
      sockets.remove(to);
    }

    void request(byte[] bytes, int length, OutputStream to) throws IOException {
      Cut wanted = cut.get();
      if (wanted == null
          || !new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(wanted.words())
          || !cut.compareAndSet(wanted, null)) {
        to.write(bytes, 0, length);
        return;
      }
      switch (wanted.moment()) {
        case BEFORE_THE_REQUEST -> hangUp();
        case IN_THE_REQUEST -> {
          to.write(bytes, 0, length / 2);
          hangUp();
        }
        case AFTER_THE_REQUEST -> {
          to.write(bytes, 0, length);
          hangUp();
        }
        case BEFORE_THE_ANSWER, IN_THE_ANSWER -> {
          due = wanted.moment();
          to.write(bytes, 0, length);
        }
      }
    }

    void answer(byte[] bytes, int length, OutputStream to) throws IOException {
      Moment moment = due;
      if (moment == null) {
        to.write(bytes, 0, length);
        return;
      }
      if (moment == Moment.IN_THE_ANSWER) {
        to.write(bytes, 0, length / 2);
      }
      hangUp();
    }

    private void hangUp() throws IOException {
      cuts.incrementAndGet();
      Wire.close(client);
      Wire.close(server);
      throw new IOException("cut");
    }
  }
}
