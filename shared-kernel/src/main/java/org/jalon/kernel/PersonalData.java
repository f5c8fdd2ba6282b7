package org.jalon.kernel;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises e-mail addresses, telephone numbers and national numbers in what should be an id. */
final class PersonalData {

  /** Opaque by construction, though its digits may read as anything. */
  private static final Pattern UUID =
      Pattern.compile(
          "(?<![\\p{Alnum}])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![\\p{Alnum}])");

  private static final Pattern E_MAIL =
      Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+", Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern TELEPHONE =
      Pattern.compile(
          "(?<![\\p{Alnum}])"
              + "(0[1-9]([ .-]?[0-9]{2}){4}|(\\+|00)[1-9][0-9]{0,2}([ .()-]{0,2}[0-9]){7,12})"
              + "(?![\\p{Alnum}])");

  /** The French NIR: sex, year, month, department, commune, order and often a two-digit key. */
  private static final Pattern NATIONAL_NUMBER =
      Pattern.compile(
          "(?<![\\p{Alnum}])([12][ .-]?[0-9]{2}[ .-]?(?:0[1-9]|1[0-2]|20)[ .-]?"
              + "(?:[0-9]{2}|2[ABab])[ .-]?[0-9]{3}[ .-]?[0-9]{3})([ .-]?[0-9]{2})?"
              + "(?![\\p{Alnum}])");

  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  /** Of a telephone number with its country; all others have more. */
  private static final int FEWEST_DIGITS = 8;

  private PersonalData() {}

  /** What the text looks like, in words; empty if it looks like nothing personal. */
  static Optional<String> in(String given) {
    if (plainlyNot(given)) {
      return Optional.empty();
    }
    String text = UUID.matcher(plain(given)).replaceAll("uuid");
    if (E_MAIL.matcher(text).find()) {
      return Optional.of("an e-mail address");
    }
    if (TELEPHONE.matcher(text).find()) {
      return Optional.of("a telephone number");
    }
    return nationalNumberIn(text) ? Optional.of("a national number") : Optional.empty();
  }

  /** Nearly every id, told without searching it: all patterns need an at sign or eight digits. */
  private static boolean plainlyNot(String given) {
    int digits = 0;
    for (int i = 0; i < given.length(); i++) {
      char c = given.charAt(i);
      if (c == '@' || c > '~') {
        return false;
      }
      digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    return digits < FEWEST_DIGITS || UUID.matcher(given).matches();
  }

  /** Full-width letters and digits of other scripts as they read. */
  private static String plain(String given) {
    return Normalizer.normalize(given, Normalizer.Form.NFKC)
        .codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean nationalNumberIn(String text) {
    return NATIONAL_NUMBER
        .matcher(text)
        .results()
        .anyMatch(match -> match.group(2) == null || keyFits(match.group(1), match.group(2)));
  }

  private static boolean keyFits(String number, String key) {
    String digits =
        number
            .replaceAll("[ .-]", "")
            .toUpperCase(Locale.ROOT)
            .replace("2A", "19")
            .replace("2B", "18");
    BigInteger rest = new BigInteger(digits).mod(NINETY_SEVEN);
    return NINETY_SEVEN.subtract(rest).intValue() == Integer.parseInt(key.replaceAll("[ .-]", ""));
  }
}
