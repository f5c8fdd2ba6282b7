package org.jalon.command.importing.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jalon.command.importing.ImportKey;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.wire.KeyUnavailable;
import org.jalon.kernel.wire.MemoryKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedKeyTest {

  private static final LedgerId LEDGER = LedgerId.MAIN;

  @TempDir private Path here;
  @TempDir private Path elsewhere;

  private final MemoryKeys marks = new MemoryKeys();

  @Test
  void before_the_first_import_any_key_will_do_and_leaves_no_mark() {
    MarkedKey key = MarkedKey.open(here, LEDGER, marks);
    assertThat(marks.markOf(ImportKey.FILE)).isEmpty();
    assertThat(MarkedKey.open(elsewhere, LEDGER, marks).mark()).isNotEqualTo(key.mark());
  }

  @Test
  void the_mark_is_of_key_and_ledger_and_fits_at_every_start() {
    MarkedKey key = MarkedKey.open(here, LEDGER, marks);
    key.use();
    key.use();
    assertThat(key.mark()).matches("[0-9a-f]{64}");
    assertThat(marks.markOf(ImportKey.FILE)).contains(key.mark());
    assertThat(MarkedKey.open(here, LEDGER, marks).mark()).isEqualTo(key.mark());
    assertThat(MarkedKey.open(here, new LedgerId("other"), new MemoryKeys()).mark())
        .isNotEqualTo(key.mark());
  }

  @Test
  void after_the_first_import_a_missing_key_is_told_and_none_is_made() {
    MarkedKey.open(here, LEDGER, marks).use();
    assertThatExceptionOfType(KeyUnavailable.class)
        .isThrownBy(() -> MarkedKey.open(elsewhere, LEDGER, marks))
        .withMessageContainingAll(elsewhere.toString(), ImportKey.FILE, "missing", "copy");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void another_key_is_refused_at_the_start() throws Exception {
    MarkedKey.open(here, LEDGER, marks).use();
    Files.write(elsewhere.resolve(ImportKey.FILE), new byte[32]);
    assertThatExceptionOfType(KeyUnavailable.class)
        .isThrownBy(() -> MarkedKey.open(elsewhere, LEDGER, marks))
        .withMessageContainingAll(elsewhere.toString(), "another installation", "copy");
    assertThat(elsewhere.resolve(ImportKey.FILE)).hasBinaryContent(new byte[32]);
  }

  @Test
  void of_two_installations_that_start_before_the_first_import_one_may_import() {
    MarkedKey first = MarkedKey.open(here, LEDGER, marks);
    MarkedKey second = MarkedKey.open(elsewhere, LEDGER, marks);
    first.use();
    assertThatExceptionOfType(ImportFailed.class)
        .isThrownBy(second::use)
        .satisfies(e -> assertThat(e.failure().code()).isEqualTo("IMPORT_KEY_UNUSABLE"))
        .withMessageContaining(elsewhere.toString());
    first.use();
  }
}
