package org.jalon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jalon.command.importing.RealLog;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.feed.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The real log and its workforce, sent over HTTP. */
class RealImportTest {
  private static final String LOG = "/api/imports/xes?programme=permits&closeAtLastEvent=true";
  private static final int CASES = 1_434;
  private static final int EVENTS = 8_577;

  @TempDir private Path directory;

  @Test
  void the_real_log_is_recorded_once_and_fast() throws Exception {
    Path data = RealLog.directory();
    byte[] log = Files.readAllBytes(data.resolve("receipt.xes.gz"));
    byte[] workforce = Files.readAllBytes(data.resolve("receipt-workforce.csv"));
    try (var server = new WriteSideServer(directory)) {
      JsonNode posts = server.imported("/api/imports/workforce", "text/csv", workforce);
      JsonNode cases = server.imported(LOG, "application/gzip", log);
      assertThat(posts.get("state").stringValue()).isEqualTo("DONE");
      assertThat(cases.get("state").stringValue()).isEqualTo("DONE");
      assertThat(cases.get("skippedTotal").intValue()).as(cases.toString()).isZero();
      assertThat(posts.get("skippedTotal").intValue()).as(posts.toString()).isZero();
      assertThat(cases.get("read").intValue()).isEqualTo(CASES);
      assertThat(posts.get("seconds").doubleValue() + cases.get("seconds").doubleValue())
          .isLessThan(20);
      assertThat(count(server, CaseOpened.class)).isEqualTo(CASES);
      assertThat(count(server, InterventionRecorded.class)).isEqualTo(EVENTS);
      assertThat(count(server, CaseClosed.class)).isEqualTo(CASES);
      assertThat(count(server, ReferentAssigned.class)).isEqualTo(CASES);
      assertThat(count(server, PostFilled.class)).isEqualTo(posts.get("read").intValue());
      long head = server.head();
      assertThat(cases.get("position").stringValue()).isEqualTo("main:" + head);
      recordedNothing(server.imported("/api/imports/workforce", "text/csv", workforce));
      recordedNothing(server.imported(LOG, "application/gzip", log));
      byte[] longer = withOneTraceInTheMiddle(inflated(log));
      JsonNode again = server.imported(LOG, "application/xml", longer);
      assertThat(again.get("recorded").intValue()).isEqualTo(6);
      assertThat(server.head()).isEqualTo(head + 6);
      assertThat(server.get("/api/ledger/integrity").body().get("verified").booleanValue())
          .isTrue();
    }
  }

  private static void recordedNothing(JsonNode report) {
    assertThat(report.get("state").stringValue()).isEqualTo("DONE");
    assertThat(report.get("recorded").intValue()).isZero();
    assertThat(report.get("skippedTotal").intValue()).as(report.toString()).isZero();
  }

  private static long count(WriteSideServer server, Class<?> type) throws InterruptedException {
    return server.facts(0).stream().map(Recorded::event).filter(type::isInstance).count();
  }

  private static byte[] inflated(byte[] log) throws IOException {
    var whole = new ByteArrayOutputStream();
    try (var in = new GZIPInputStream(new ByteArrayInputStream(log))) {
      in.transferTo(whole);
    }
    return whole.toByteArray();
  }

  private static byte[] withOneTraceInTheMiddle(byte[] log) {
    String text = new String(log, StandardCharsets.UTF_8);
    int middle = text.indexOf("<trace>", text.length() / 2);
    String trace =
        """
        <trace>
          <string key="concept:name" value="case-inserted"/>
          <string key="responsible" value="Resource01"/>
          <event>
            <string key="concept:name" value="Confirmation of receipt"/>
            <string key="org:resource" value="Resource02"/>
            <date key="time:timestamp" value="2011-05-05T10:00:00+02:00"/>
          </event>
        </trace>
        """;
    return (text.substring(0, middle) + trace + text.substring(middle))
        .getBytes(StandardCharsets.UTF_8);
  }
}
