package org.jalon.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportKeyTest {
  @TempDir Path directory;

  @Test
  void the_key_is_made_once_and_found_again() throws IOException {
    var home = directory.resolve("not/yet/there");
    var first = name(ImportKey.in(home));
    assertThat(name(ImportKey.in(home))).isEqualTo(first);
    assertThat(name(ImportKey.in(directory))).isNotEqualTo(first);
    try (var left = Files.list(home)) {
      assertThat(left).containsExactly(home.resolve("import.key"));
    }
  }

  @Test
  void only_the_owner_may_read_it() throws IOException {
    ImportKey.in(directory);
    assertThat(Files.size(directory.resolve("import.key"))).isEqualTo(32);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("import.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void racing_starts_get_the_same_key() throws Exception {
    int racers = 8;
    var start = new CyclicBarrier(racers);
    Callable<String> racer =
        () -> {
          start.await(10, TimeUnit.SECONDS);
          return name(ImportKey.in(directory));
        };
    try (var threads = Executors.newFixedThreadPool(racers)) {
      var names = new HashSet<String>();
      for (var racing :
          threads.invokeAll(
              IntStream.range(0, racers).mapToObj(_ -> racer).toList(), 20, TimeUnit.SECONDS)) {
        names.add(racing.get());
      }
      assertThat(names).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 4096})
  void a_file_of_another_length_is_an_error_and_never_replaced(int length) throws IOException {
    var file = Files.write(directory.resolve("import.key"), new byte[length]);
    assertThatThrownBy(() -> ImportKey.in(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("import.key")
        .hasMessageContaining("32")
        .hasMessageContaining("backup");
    assertThat(Files.size(file)).isEqualTo(length);
  }

  @Test
  void an_unreadable_key_is_an_error_and_never_replaced() throws IOException {
    Files.createDirectory(directory.resolve("import.key"));
    assertThatThrownBy(() -> ImportKey.in(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void the_key_is_told_to_nobody() {
    assertThat(new ImportKey(new byte[32]).toString()).isEqualTo("ImportKey[secret]");
    assertThatThrownBy(() -> new ImportKey(new byte[16])).hasMessageContaining("16");
  }

  private static String name(ImportKey key) {
    return new DerivedIds(key).id("probe", List.of()).toString();
  }
}
