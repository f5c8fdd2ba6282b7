package org.jalon.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WrappingKeyTest {

  private final Path directory;
  private final Path file;

  WrappingKeyTest(@TempDir Path directory) {
    this.directory = directory;
    file = directory.resolve("deep").resolve("wrapping.key");
  }

  @Test
  void a_key_is_made_once_for_its_owner_alone() throws IOException {
    WrappingKey made = WrappingKey.readOrCreate(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(WrappingKey.readOrCreate(file).id()).isEqualTo(made.id());
    assertThat(WrappingKey.read(file).version()).isEqualTo(1);
    assertThat(Files.readString(file)).startsWith("# Jalon's wrapping key");
    assertThat(made.toString()).contains(made.id()).doesNotContain(made.secretInHex());
    try (var left = Files.list(directory.resolve("deep"))) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void all_who_make_it_at_once_get_the_same() throws InterruptedException, ExecutionException {
    Callable<String> make = () -> WrappingKey.readOrCreate(file).id();
    var ids = new HashSet<String>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var id : threads.invokeAll(Collections.nCopies(16, make))) {
        ids.add(id.get());
      }
    }
    assertThat(ids).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx--x--x"})
  void a_file_open_to_others_is_refused_with_the_command_that_mends_it(String permissions)
      throws IOException {
    WrappingKey.readOrCreate(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    refused("chmod 600 '" + file + "'");
  }

  @Test
  void a_missing_file_is_named() {
    refused("is missing");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 60, 100, 200})
  void a_short_file_is_named(int length) throws IOException {
    WrappingKey.readOrCreate(file);
    Files.writeString(file, Files.readString(file).substring(0, length));

    refused("cut short");
  }

  @Test
  void a_file_whose_secret_was_altered_is_named() throws IOException {
    WrappingKey key = WrappingKey.readOrCreate(file);
    String other = HexFormat.of().formatHex(new byte[32]);
    Files.writeString(file, Files.readString(file).replace(key.secretInHex(), other));

    refused("was altered");
  }

  @Test
  void a_directory_and_a_huge_file_are_no_key() throws IOException {
    Files.createDirectories(file);
    refused("is not a file");

    Files.delete(file);
    Files.write(file, new byte[1_000_000]);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    refused("is not a wrapping key");
  }

  @Test
  void a_symbolic_link_is_refused_also_one_that_leads_nowhere() throws IOException {
    Path elsewhere = directory.resolve("elsewhere");
    Files.createDirectories(directory.resolve("deep"));
    Files.createSymbolicLink(file, elsewhere);

    refused("symbolic link");
    assertThatExceptionOfType(KeyUnavailable.class)
        .isThrownBy(() -> WrappingKey.readOrCreate(file))
        .withMessageContaining("symbolic link");
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void a_place_that_cannot_be_written_is_named() throws IOException {
    Path taken = Files.createFile(directory.resolve("taken"));

    assertThatExceptionOfType(KeyUnavailable.class)
        .isThrownBy(() -> WrappingKey.readOrCreate(taken.resolve("wrapping.key")))
        .withMessageContaining("cannot be made");
  }

  @Test
  void a_wrapped_secret_opens_for_its_own_row_only() {
    WrappingKey wrapping = WrappingKey.readOrCreate(file);
    SubjectKey key = SubjectKey.random();
    byte[] wrapped = wrapping.wrap(key, "case:c-1", "NARRATIVE");

    assertThat(wrapping.unwrap(wrapped, key.id(), "case:c-1", "NARRATIVE").secret())
        .isEqualTo(key.secret());
    String other = SubjectKey.random().id();
    doesNotOpen(() -> wrapping.unwrap(wrapped, other, "case:c-1", "NARRATIVE"));
    doesNotOpen(() -> wrapping.unwrap(wrapped, key.id(), "case:c-2", "NARRATIVE"));
    doesNotOpen(() -> wrapping.unwrap(wrapped, key.id(), "case:c-1", "IDENTITY"));
    doesNotOpen(() -> wrapping.unwrap(new byte[5], key.id(), "case:c-1", "NARRATIVE"));
    assertThat(wrapping.wrap(key, "case:c-1", "NARRATIVE")).isNotEqualTo(wrapped);
  }

  private static void doesNotOpen(Runnable unwrap) {
    assertThatExceptionOfType(KeyUnavailable.class)
        .isThrownBy(unwrap::run)
        .withMessageContaining("does not open");
  }

  private void refused(String finding) {
    assertThatExceptionOfType(KeyUnavailable.class)
        .isThrownBy(() -> WrappingKey.read(file))
        .withMessageContaining(file.toString())
        .withMessageContaining(finding);
  }
}
