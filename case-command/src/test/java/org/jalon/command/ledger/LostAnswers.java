package org.jalon.command.ledger;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections that lose the answers to some appends, which the server has committed. */
final class LostAnswers implements DataSource {

  private final DataSource source;
  private final AtomicInteger toLose = new AtomicInteger();

  LostAnswers(DataSource source) {
    this.source = source;
  }

  void loseNext(int answers) {
    toLose.set(answers);
  }

  int stillToLose() {
    return toLose.get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = source.getConnection();
    return proxy(
        Connection.class,
        connection,
        (name, arguments, result) ->
            name.equals("prepareStatement") && arguments[0].toString().contains("append_batch")
                ? losing((PreparedStatement) result)
                : result);
  }

  private PreparedStatement losing(PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        statement,
        (name, _, result) -> {
          if (name.equals("executeQuery") && toLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new SQLException("connection reset after the commit", "08006");
          }
          return result;
        });
  }

  private interface After {
    Object call(String method, Object[] arguments, Object result) throws SQLException;
  }

  private static <T> T proxy(Class<T> type, T target, After after) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              try {
                return after.call(method.getName(), arguments, method.invoke(target, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLException("not for tests");
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
