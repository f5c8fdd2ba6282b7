package org.jalon.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jalon.command.ledger.EventTag;
import org.junit.jupiter.api.Test;

class SubjectsTest {

  @Test
  void what_is_said_of_a_case_goes_with_the_case() {
    assertThat(key("case:c-1", "household:h", "command:x")).isEqualTo("case:c-1");
    assertThat(key("referent:ana", "worker:ben", "intervention:i", "case:c-1"))
        .isEqualTo("case:c-1");
    assertThat(key("post:p-1", "case:c-1")).isEqualTo("case:c-1");
  }

  @Test
  void what_is_said_of_a_post_goes_with_the_post() {
    assertThat(key("workforce:all", "professional:ana", "post:p-1")).isEqualTo("post:p-1");
  }

  @Test
  void the_rest_goes_with_what_it_is_said_of() {
    assertThat(key("team:t", "workforce:all")).isEqualTo("team:t");
    assertThat(key("territory:n")).isEqualTo("territory:n");
    assertThat(key("programme:rsa")).isEqualTo("programme:rsa");
    assertThat(key("norm:all")).isEqualTo("norm:all");
    assertThat(key("alert:ana")).isEqualTo("alert:ana");
    assertThat(key("command:x")).isEqualTo("none");
    assertThat(key()).isEqualTo("none");
  }

  @Test
  void of_several_of_a_kind_the_first_by_id_counts_whatever_their_order() {
    assertThat(key("case:b", "case:a")).isEqualTo("case:a");
    assertThat(key("case:a", "case:b")).isEqualTo("case:a");
  }

  private static String key(String... tags) {
    List<EventTag> parsed =
        Stream.of(tags).map(tag -> new EventTag(tag.split(":")[0], tag.split(":")[1])).toList();
    return Subjects.key(parsed);
  }
}
