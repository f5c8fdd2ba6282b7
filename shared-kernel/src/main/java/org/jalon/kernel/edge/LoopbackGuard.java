package org.jalon.kernel.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps pages of other origins out while there is no login: any page in a browser can reach the
 * loopback, so host, origin and body type are checked before anything else.
 */
public final class LoopbackGuard extends OncePerRequestFilter {

  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

  /** What a form or a script can send across origins without asking first. */
  private static final Set<String> SENT_WITHOUT_ASKING =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

  private final JsonMapper json = JsonMapper.shared();

  /** A guard. */
  public LoopbackGuard() {}

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("X-Frame-Options", "DENY");
    Optional<Problem> problem = foreignHost(request).or(() -> foreignOrigin(request));
    problem = problem.or(() -> foreignBody(request)).or(() -> unreadableQuery(request));
    if (problem.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(problem.get().status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.getOutputStream().write(json.writeValueAsBytes(problem.get()));
  }

  private static Optional<Problem> foreignHost(HttpServletRequest request) {
    List<String> hosts = Collections.list(request.getHeaders("Host"));
    return hosts.size() == 1 && HOSTS.contains(withoutPort(hosts.getFirst()))
        ? Optional.empty()
        : refusal(
            403,
            "Not allowed",
            "HOST_NOT_ALLOWED",
            "this Jalon answers to localhost, 127.0.0.1 and [::1] only, not to the host named");
  }

  private static Optional<Problem> foreignOrigin(HttpServletRequest request) {
    String host = request.getHeader("Host");
    boolean foreign =
        Collections.list(request.getHeaders("Origin")).stream()
            .anyMatch(origin -> !sameOrigin(origin, host));
    return foreign || foreignSite(request)
        ? refusal(
            403,
            "Not allowed",
            "ORIGIN_NOT_ALLOWED",
            "pages of another origin may neither read nor command this Jalon")
        : Optional.empty();
  }

  private static Optional<Problem> foreignBody(HttpServletRequest request) {
    String type = request.getContentType();
    boolean body =
        request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    boolean refused =
        type == null || type.isBlank() ? body : SENT_WITHOUT_ASKING.contains(mediaType(type));
    return refused
        ? refusal(
            415,
            "Media type not accepted",
            "MEDIA_TYPE_NOT_ACCEPTED",
            "a body needs the Content-Type of what it is: application/json for commands;"
                + " application/octet-stream, XML, gzip or text/csv for imports")
        : Optional.empty();
  }

  /** Another port is the same site but not the same origin: only a link may lead here from it. */
  private static boolean foreignSite(HttpServletRequest request) {
    List<String> sites = Collections.list(request.getHeaders("Sec-Fetch-Site"));
    boolean link =
        "navigate".equalsIgnoreCase(request.getHeader("Sec-Fetch-Mode"))
            && "GET".equals(request.getMethod());
    return sites.stream()
        .anyMatch(
            site ->
                "cross-site".equalsIgnoreCase(site)
                    || ("same-site".equalsIgnoreCase(site) && !link));
  }

  private static boolean sameOrigin(String origin, String host) {
    try {
      URI uri = URI.create(origin);
      boolean web = "http".equalsIgnoreCase(uri.getScheme());
      return web && host.equalsIgnoreCase(uri.getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Found here, because the server's own finding would put the values into the log. */
  private static Optional<Problem> unreadableQuery(HttpServletRequest request) {
    return QueryText.isReadable(request.getQueryString())
        ? Optional.empty()
        : refusal(
            400,
            "Malformed request",
            "QUERY_MALFORMED",
            "the query after ? is not name=value pairs in percent-encoded UTF-8");
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":[0-9]{1,5}$", "").toLowerCase(Locale.ROOT);
  }

  private static String mediaType(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<Problem> refusal(int status, String title, String code, String message) {
    return Optional.of(Problem.of(status, title, List.of(Violation.of(code, message))));
  }
}
