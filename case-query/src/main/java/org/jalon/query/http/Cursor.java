package org.jalon.query.http;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import org.jalon.kernel.EffectiveDay;
import org.jalon.query.caselist.ListPlace;
import org.jalon.query.caselist.ListedCase;

/** A place in the list as clients carry it, without looking into it. */
final class Cursor {

  private static final String SEPARATOR = " ";

  private Cursor() {}

  static String after(ListedCase last) {
    String place = last.openedOn() + SEPARATOR + last.caseId();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws IllegalArgumentException if the text is no cursor
   * @throws java.time.DateTimeException if it holds no day
   */
  static ListPlace parse(String text) {
    String[] place =
        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, 2);
    if (place.length < 2 || place[1].indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not a cursor");
    }
    return new ListPlace(new EffectiveDay(LocalDate.parse(place[0])).value(), place[1]);
  }
}
