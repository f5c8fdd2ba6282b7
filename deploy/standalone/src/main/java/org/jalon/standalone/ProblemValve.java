package org.jalon.standalone;

import java.io.IOException;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jalon.kernel.edge.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** What Tomcat refuses by itself, as a problem document; public because Tomcat makes it by name. */
public final class ProblemValve extends ErrorReportValve {

  private final JsonMapper json = JsonMapper.shared();

  /** The valve. */
  public ProblemValve() {}

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    response.setContentType(Problem.MEDIA_TYPE);
    try {
      var body = json.writeValueAsBytes(Refusal.of(status));
      response.setContentLength(body.length);
      Objects.requireNonNull(response.getReporter())
          .write(new String(body, java.nio.charset.StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException e) {
      LoggerFactory.getLogger(ProblemValve.class).debug("the client went away: {}", e.toString());
    }
  }
}
