package org.jalon.command.ledger;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections that lose the answers to some appends, which the server has committed or refused. */
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
        (name, arguments, answer) ->
            name.equals("prepareStatement") && arguments[0].toString().contains("append_batch")
                ? losing((PreparedStatement) answer.get())
                : answer.get());
  }

  private PreparedStatement losing(PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        statement,
        (name, _, answer) -> {
          if (name.equals("executeQuery") && toLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            try {
              answer.get();
            } catch (SQLException _) {
              // the server has answered, and nobody hears it
            }
            throw new SQLException("connection reset after the answer", "08006");
          }
          return answer.get();
        });
  }

  private interface Answer {
    Object get() throws SQLException;
  }

  private interface Around {
    Object call(String method, Object[] arguments, Answer answer) throws SQLException;
  }

  private static <T> T proxy(Class<T> type, T target, Around around) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) ->
                around.call(method.getName(), arguments, () -> answer(method, target, arguments)));
    return type.cast(proxy);
  }

  private static Object answer(Method method, Object target, Object[] arguments)
      throws SQLException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SQLException refused) {
        throw refused;
      }
      throw new AssertionError(e);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
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
