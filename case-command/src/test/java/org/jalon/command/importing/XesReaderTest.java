package org.jalon.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jalon.command.importing.Uploads.at;
import static org.jalon.command.importing.Uploads.date;
import static org.jalon.command.importing.Uploads.event;
import static org.jalon.command.importing.Uploads.file;
import static org.jalon.command.importing.Uploads.gzip;
import static org.jalon.command.importing.Uploads.log;
import static org.jalon.command.importing.Uploads.text;
import static org.jalon.command.importing.Uploads.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XesReaderTest {
  private static final String MONDAY = "2011-01-03T09:00:00.000+01:00";
  private static final String TUESDAY = "2011-01-04T09:00:00.000+01:00";

  @TempDir Path directory;

  @Test
  void a_trace_is_yielded_as_written() throws IOException {
    var found =
        read(
            log(
                trace(
                    "C1",
                    text("responsible", "Ana"),
                    date("startdate", MONDAY),
                    date("enddate", TUESDAY),
                    event(
                        text("concept:instance", "T1"),
                        text("concept:name", "Visit"),
                        text("org:resource", "Ben"),
                        at(MONDAY)))));
    assertThat(found.skipped).isEmpty();
    var trace = found.taken.getFirst();
    assertThat(trace.line()).isEqualTo(2);
    assertThat(trace.name()).isEqualTo("C1");
    assertThat(trace.responsible()).contains("Ana");
    assertThat(trace.startdate()).contains(OffsetDateTime.parse(MONDAY));
    assertThat(trace.enddate()).contains(OffsetDateTime.parse(TUESDAY));
    assertThat(trace.records())
        .containsExactly(
            new XesRecord(
                2,
                Optional.of("T1"),
                Optional.of("Visit"),
                Optional.of("Ben"),
                OffsetDateTime.parse(MONDAY),
                0));
  }

  @Test
  void plain_gzip_and_namespaced_logs_read_alike() throws IOException {
    var plain = log(trace("C1", event(at(MONDAY))));
    var expected = read(plain).taken;
    assertThat(expected).hasSize(1);
    for (var namespaced :
        new String[] {
          plain.replace("<log", "<log xmlns=\"http://www.xes-standard.org/\""),
          plain
              .replace("<log", "<x:log xmlns:x=\"http://www.xes-standard.org/\"")
              .replaceAll("<(/?)(log|trace|event|string|date)\\b", "<$1x:$2")
        }) {
      assertThat(read(namespaced).taken).isEqualTo(expected);
    }
    var zipped = new Collected<XesTrace>();
    new XesReader(ImportBounds.XES).read(file(directory, gzip(plain)), zipped);
    assertThat(zipped.taken).isEqualTo(expected);
  }

  @Test
  void nested_attributes_never_overwrite_the_first_level() throws IOException {
    var nested =
        "<string key=\"responsible\" value=\"Ana\"><string key=\"responsible\" value=\"Eve\"/><list"
            + " key=\"more\"><values><string key=\"concept:name\""
            + " value=\"Other\"/></values></list></string>";
    var found =
        read(
            log(
                trace(
                    "C1",
                    nested,
                    "<event><date key=\"time:timestamp\" value=\""
                        + MONDAY
                        + "\">"
                        + at(TUESDAY)
                        + "</date></event>")));
    assertThat(found.skipped).isEmpty();
    assertThat(found.taken.getFirst().responsible()).contains("Ana");
    assertThat(found.taken.getFirst().name()).isEqualTo("C1");
    assertThat(found.taken.getFirst().opened()).isEqualTo(MONDAY);
  }

  @Test
  void declared_defaults_are_given_to_nobody() throws IOException {
    var found =
        read(
            log(
                globals("trace", text("responsible", "Ana") + date("enddate", TUESDAY)),
                globals("event", text("org:resource", "Ben") + at(MONDAY)),
                trace("C1", date("startdate", MONDAY)),
                trace("C2", event())));
    assertThat(found.taken).hasSize(1);
    assertThat(found.taken.getFirst().referent()).isEmpty();
    assertThat(found.taken.getFirst().closed(true)).isEmpty();
    assertThat(found.skipped)
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).contains("C2").contains("time:timestamp"));
  }

  @Test
  void a_written_stand_in_that_the_log_declares_counts_as_absent() throws IOException {
    var epoch = "1970-01-01T00:00:00.000+01:00";
    var found =
        read(
            log(
                globals("trace", text("responsible", "UNKNOWN") + date("enddate", epoch)),
                trace(
                    "C1",
                    text("responsible", "UNKNOWN"),
                    date("startdate", MONDAY),
                    date("enddate", epoch))));
    assertThat(found.taken.getFirst().responsible()).isEmpty();
    assertThat(found.taken.getFirst().enddate()).isEmpty();
  }

  @Test
  void a_real_name_or_day_stays_real_even_if_it_looks_like_a_stand_in() throws IOException {
    var found =
        read(
            log(
                globals("trace", text("responsible", "Ana")),
                trace("C1", text("responsible", "Ana"), date("startdate", MONDAY)),
                trace(
                    "C2",
                    text("responsible", "UNKNOWN"),
                    date("startdate", "1970-01-01T00:00:00Z"))));
    assertThat(found.taken)
        .extracting(trace -> trace.responsible().orElse(""))
        .containsExactly("Ana", "UNKNOWN");
    assertThat(found.taken.getLast().opened().getYear()).isEqualTo(1970);
  }

  @Test
  void a_bad_trace_is_told_and_stops_no_other() throws IOException {
    var found =
        read(
            log(
                "<trace>" + date("startdate", MONDAY) + "</trace>",
                trace("no date"),
                trace("bad start", date("startdate", "yesterday")),
                trace("no offset", date("startdate", "2011-01-03T09:00:00")),
                trace("too early", date("startdate", "1899-12-31T00:00:00Z")),
                trace("no such day", date("startdate", "2011-02-30T00:00:00Z")),
                trace("no timestamp", event(at(MONDAY)), event(text("concept:name", "Visit"))),
                trace("bad timestamp", event(at(MONDAY)), event(at("0"))),
                trace("backwards", date("startdate", TUESDAY), date("enddate", MONDAY)),
                trace(
                    "twice",
                    text("responsible", "Ana"),
                    text("responsible", "Ben"),
                    date("startdate", MONDAY)),
                trace("same", date("startdate", MONDAY)),
                trace("same", date("startdate", TUESDAY)),
                event(at(MONDAY)),
                trace("last", date("startdate", MONDAY))));
    assertThat(found.taken).extracting(XesTrace::name).containsExactly("same", "last");
    assertThat(found.skipped)
        .extracting(SkippedLine::line)
        .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 13L, 14L);
    assertThat(found.skipped)
        .extracting(it -> it.column().orElse("-"))
        .containsExactly(
            "-",
            "-",
            "startdate",
            "startdate",
            "startdate",
            "startdate",
            "-",
            "time:timestamp",
            "enddate",
            "responsible",
            "concept:name",
            "-");
    assertThat(found.skipped.get(2).value()).contains("yesterday");
    assertThat(found.skipped.get(3).reason()).startsWith("Trace \"no offset\"").contains("offset");
    assertThat(found.skipped.get(4).reason()).contains("1900");
  }

  @Test
  void control_characters_of_xml_11_are_a_bad_value() throws IOException {
    var found =
        read(
            "<?xml version=\"1.1\"?>"
                + log(
                    trace("C&#1;", date("startdate", MONDAY)),
                    trace("C2", text("responsible", "A&#7;"), date("startdate", MONDAY)),
                    trace("C3", date("startdate", MONDAY))));
    assertThat(found.taken).extracting(XesTrace::name).containsExactly("C3");
    assertThat(found.skipped)
        .extracting(it -> it.column().orElse(""))
        .containsExactly("concept:name", "responsible");
  }

  @Test
  void a_trace_with_more_events_than_the_bound_is_skipped() throws IOException {
    var two = new XesReader(new ImportBounds(9_000, 9_000, 200, 64, 100, 9_000, 9, 2));
    var found = new Collected<XesTrace>();
    two.read(
        file(
            directory,
            log(
                trace("three", event(at(MONDAY)).repeat(3)),
                trace("two", event(at(MONDAY)).repeat(2)))),
        found);
    assertThat(found.taken).extracting(XesTrace::name).containsExactly("two");
    assertThat(found.skipped)
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).contains("at most 2 events"));
  }

  @Test
  void equal_events_are_numbered() throws IOException {
    var visit = event(text("concept:name", "Visit"), at(MONDAY));
    var sameInstant = event(text("concept:name", "Visit"), at("2011-01-03T08:00:00Z"));
    var call = event(text("concept:name", "Call"), at(MONDAY));
    var instance = event(text("concept:instance", "T1"), at(MONDAY));
    var later = event(text("concept:instance", "T1"), at(TUESDAY));
    var found = read(log(trace("C1", visit, call, sameInstant, instance, later)));
    assertThat(found.taken.getFirst().records())
        .extracting(XesRecord::ordinal)
        .containsExactly(0, 0, 1, 0, 1);
  }

  @Test
  void the_mapping_follows_dates_and_resources() throws IOException {
    var found =
        read(
            log(
                trace(
                    "open",
                    date("startdate", TUESDAY),
                    event(text("org:resource", "Ben"), at(MONDAY))),
                trace(
                    "closed late", date("enddate", MONDAY), event(at(TUESDAY)), event(at(MONDAY))),
                trace("nobody", event(at(MONDAY)))));
    var open = found.taken.getFirst();
    assertThat(open.opened()).isEqualTo(MONDAY);
    assertThat(open.referent()).contains("Ben");
    assertThat(open.closed(false)).isEmpty();
    assertThat(open.closed(true)).contains(OffsetDateTime.parse(MONDAY));
    var late = found.taken.get(1);
    assertThat(late.opened()).isEqualTo(MONDAY);
    assertThat(late.closed(false)).contains(OffsetDateTime.parse(TUESDAY));
    assertThat(found.taken.getLast().referent()).isEmpty();
  }

  @Test
  void progress_is_told_in_bytes_of_the_upload() throws IOException {
    var found = read(log(trace("C1", date("startdate", MONDAY)).repeat(2000)));
    assertThat(found.positions).isSorted().hasSize(2001);
    assertThat(found.positions.getFirst()).isLessThan(found.positions.getLast());
  }

  @Test
  void what_the_receiver_throws_ends_the_reading() {
    var stop = new IllegalStateException("enough");
    assertThatThrownBy(
            () ->
                new XesReader(ImportBounds.XES)
                    .read(
                        file(directory, log(trace("C1", date("startdate", MONDAY)))),
                        new Receiver<>() {
                          @Override
                          public void taken(XesTrace line) {
                            throw stop;
                          }

                          @Override
                          public void skipped(SkippedLine line) {}
                        }))
        .isSameAs(stop);
  }

  private static String globals(String scope, String attributes) {
    return "<global scope=\"" + scope + "\">" + attributes + "</global>";
  }

  private Collected<XesTrace> read(String content) throws IOException {
    var path = file(directory, content);
    var reader = new XesReader(ImportBounds.XES);
    reader.check(path);
    var found = new Collected<XesTrace>();
    reader.read(path, found);
    return found;
  }
}
