package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.webmvc.autoconfigure.WebMvcProperties;

/** What is set is what the library reads. */
class DefaultsTest {

  @Test
  void an_answer_that_is_streamed_may_take_an_hour() {
    WebMvcProperties read =
        new Binder(new MapConfigurationPropertySource(Defaults.all()))
            .bindOrCreate("spring.mvc", WebMvcProperties.class);

    assertThat(read.getAsync().getRequestTimeout()).isEqualTo(Duration.ofHours(1));
  }
}
