package org.jalon.standalone;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jspecify.annotations.Nullable;

/** {@code JALON_DATABASE_URL} in the forms that people have at hand. */
final class DatabaseUrl {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^:@/?]+)(?::(?<password>[^@/?]*))?@)?"
              + "(?<rest>[^?@]*)(?:\\?(?<query>.*))?");

  private DatabaseUrl() {}

  /**
   * Takes user and password out of the address, unless they are given apart.
   *
   * @throws CannotStart if it is no address of a PostgreSQL or names no user
   */
  static DatabaseAccess access(String url, @Nullable String user, @Nullable String password) {
    Matcher matcher = SHAPE.matcher(url);
    if (!matcher.matches()) {
      throw new CannotStart(
          "JALON_DATABASE_URL is no address of a PostgreSQL; it looks like"
              + " jdbc:postgresql://localhost:5432/jalon");
    }
    String foundUser = decoded(matcher.group("user"));
    String foundPassword = decoded(matcher.group("password"));
    List<String> kept = new ArrayList<>();
    String query = matcher.group("query");
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      if (part.startsWith("user=")) {
        foundUser = decoded(part.substring("user=".length()));
      } else if (part.startsWith("password=")) {
        foundPassword = decoded(part.substring("password=".length()));
      } else if (!part.isEmpty()) {
        kept.add(part);
      }
    }
    String as = user == null ? foundUser : user;
    String with = password == null ? foundPassword : password;
    if (as == null) {
      throw new CannotStart(
          "JALON_DATABASE_URL names no user; set JALON_DATABASE_USER and JALON_DATABASE_PASSWORD");
    }
    String address = "jdbc:postgresql://" + matcher.group("rest");
    return new DatabaseAccess(
        kept.isEmpty() ? address : address + "?" + String.join("&", kept),
        as,
        with == null ? "" : with);
  }

  private static @Nullable String decoded(@Nullable String text) {
    return text == null ? null : URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
