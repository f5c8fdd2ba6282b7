package org.jalon.standalone;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerException;
import org.jalon.kernel.feed.FeedUnavailable;
import org.jalon.kernel.feed.LiveView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page at the root: what runs here and where to go next; in French unless asked otherwise. */
@Hidden
@RestController
final class IndexPage {

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  private static final String UNKNOWN = "?";

  private final Ledger ledger;
  private final List<LiveView> views;
  private final Surroundings surroundings;
  private final Map<String, PageText> pages =
      Map.of("fr", PageText.of("fr"), "en", PageText.of("en"));

  IndexPage(Ledger ledger, List<LiveView> views, Surroundings surroundings) {
    this.ledger = ledger;
    this.views = views;
    this.surroundings = surroundings;
  }

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page(
      @RequestParam(value = "lang", required = false) @Nullable String lang,
      @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accepted) {
    String language = language(lang, accepted);
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
        .header("Content-Security-Policy", POLICY)
        .header(HttpHeaders.CONTENT_LANGUAGE, language)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .cacheControl(CacheControl.noStore())
        .body(pages.getOrDefault(language, PageText.of("fr")).with(values()));
  }

  private String language(@Nullable String asked, @Nullable String accepted) {
    if (asked != null && pages.containsKey(asked)) {
      return asked;
    }
    if (accepted == null) {
      return "fr";
    }
    try {
      @Nullable String best =
          Locale.lookupTag(Locale.LanguageRange.parse(accepted), List.of("fr", "en"));
      return best == null ? "fr" : best;
    } catch (IllegalArgumentException e) {
      return "fr";
    }
  }

  private Map<String, String> values() {
    return Map.of(
        "version", Version.text(),
        "position", position(),
        "lag", lag(),
        "data", surroundings.data().toString(),
        "port", Integer.toString(surroundings.port()),
        "database", surroundings.database().map(access -> access.url()).orElse("PostgreSQL 18"));
  }

  private String position() {
    try {
      return ledger.id() + ":" + ledger.head().position();
    } catch (LedgerException.Unavailable e) {
      return UNKNOWN;
    }
  }

  private String lag() {
    try {
      return Long.toString(views.stream().mapToLong(LiveView::lag).max().orElse(0));
    } catch (FeedUnavailable e) {
      return UNKNOWN;
    }
  }
}
