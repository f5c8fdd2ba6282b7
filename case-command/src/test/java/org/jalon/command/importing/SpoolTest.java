package org.jalon.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jalon.command.importing.UnreadableFile.Code.FILE_EMPTY;
import static org.jalon.command.importing.UnreadableFile.Code.FILE_TOO_LARGE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  private static final ImportBounds TEN = new ImportBounds(10, 10, 200, 1, 1, 1, 1, 1);

  @TempDir Path directory;

  @Test
  void an_upload_is_kept_for_its_owner_until_it_is_closed() throws IOException {
    var home = directory.resolve("spool");
    var content = new byte[] {1, 2, 3};
    try (var spool = Spool.of(new ByteArrayInputStream(content), home, TEN)) {
      assertThat(spool.file()).hasBinaryContent(content).hasParent(home);
      assertThat(spool.size()).isEqualTo(3);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spool.file())))
          .isEqualTo("rw-------");
    }
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void an_upload_may_be_as_large_as_the_bound_and_no_larger() throws IOException {
    Spool.of(new ByteArrayInputStream(new byte[10]), directory, TEN).close();
    var refusal =
        catchThrowableOfType(
            UnreadableFile.class,
            () -> Spool.of(new ByteArrayInputStream(new byte[11]), directory, TEN));
    assertThat(refusal.code()).isEqualTo(FILE_TOO_LARGE);
    assertThat(refusal.status()).isEqualTo(413);
    assertThat(refusal).hasMessageContaining("at most 10 bytes");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void an_endless_upload_is_cut_off() {
    var endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }
        };
    assertThat(
            catchThrowableOfType(UnreadableFile.class, () -> Spool.of(endless, directory, TEN))
                .code())
        .isEqualTo(FILE_TOO_LARGE);
  }

  @Test
  void an_empty_upload_is_refused() {
    assertThat(
            catchThrowableOfType(
                    UnreadableFile.class,
                    () -> Spool.of(InputStream.nullInputStream(), directory, TEN))
                .code())
        .isEqualTo(FILE_EMPTY);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void an_upload_that_breaks_off_leaves_nothing() {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    assertThatThrownBy(() -> Spool.of(broken, directory, TEN)).hasMessage("connection reset");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_sweep_takes_what_was_left_and_nothing_else() throws IOException {
    var left = Spool.of(new ByteArrayInputStream(new byte[1]), directory, TEN);
    var other = Files.createFile(directory.resolve("import.key"));
    Spool.sweep(directory);
    Spool.sweep(directory.resolve("absent"));
    assertThat(left.file()).doesNotExist();
    assertThat(other).exists();
    left.close();
  }
}
