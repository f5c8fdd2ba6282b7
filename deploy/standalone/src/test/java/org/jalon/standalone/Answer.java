package org.jalon.standalone;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an HTTP call brought back. */
record Answer(int status, String type, String position, String text) {

  static Answer of(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.headers().firstValue("Jalon-Position").orElse(""),
        response.body());
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(text);
  }

  /** The code of a problem document. */
  String code() {
    return json().path("code").asString("");
  }
}
