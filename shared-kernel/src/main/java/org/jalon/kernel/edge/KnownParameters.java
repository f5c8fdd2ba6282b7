package org.jalon.kernel.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jalon.kernel.Excerpt;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that the handler does not declare, or that do not stand once with a
 * value.
 */
public final class KnownParameters implements HandlerInterceptor {

  /** The check; to be registered for the paths of a service. */
  public KnownParameters() {}

  /**
   * @throws ProblemException 400 naming the first parameter that is not known, and those that are,
   *     or one that is repeated
   */
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Set<String> known = declared(method);
      var unknown = new TreeSet<>(request.getParameterMap().keySet());
      unknown.removeAll(known);
      if (!unknown.isEmpty()) {
        throw refusal(unknown.first(), known);
      }
      request.getParameterMap().forEach(KnownParameters::requireOneValue);
    }
    return true;
  }

  private static void requireOneValue(String name, String[] values) {
    if (values.length > 1) {
      throw ProblemException.malformed(
          Violation.ofField(
              "PARAMETER_REPEATED",
              name,
              "parameter '%s' stands %d times; give it once".formatted(name, values.length)));
    }
    if (values.length == 1 && values[0].isEmpty()) {
      throw ProblemException.malformed(
          Violation.ofField(
              "PARAMETER_EMPTY",
              name,
              "parameter '%s' has no value; give one or leave it out".formatted(name)));
    }
  }

  private static Set<String> declared(HandlerMethod method) {
    return Arrays.stream(method.getMethod().getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
        .map(KnownParameters::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(Parameter parameter) {
    String given = parameter.getAnnotation(RequestParam.class).value();
    return given.isEmpty() ? parameter.getName() : given;
  }

  private static ProblemException refusal(String unknown, Set<String> known) {
    String shown = Excerpt.of(unknown);
    String instead = known.isEmpty() ? "none" : String.join(", ", known);
    return ProblemException.malformed(
        Violation.ofField(
            "PARAMETER_UNKNOWN",
            shown,
            "parameter '%s' is not known here; known are: %s".formatted(shown, instead)));
  }
}
