package org.jalon.command.importing.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CrewTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration MOMENT = Duration.ofMillis(200);

  private final CountDownLatch began = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicBoolean finished = new AtomicBoolean();

  @Test
  void closing_interrupts_and_waits_for_the_last_task() throws Exception {
    var crew = new Crew(2);
    crew.submit(this::finishesNoMatterWhat);
    await(began);
    Thread closing = Thread.ofVirtual().start(crew::close);
    await(interrupted);
    assertThat(closing.join(MOMENT)).as("closed while a task still runs").isFalse();
    release.countDown();
    assertThat(closing.join(PATIENCE)).isTrue();
    assertThat(finished).isTrue();
  }

  @Test
  void closing_waits_although_it_is_interrupted_itself() throws Exception {
    var crew = new Crew(2);
    var flag = new AtomicBoolean();
    crew.submit(this::finishesNoMatterWhat);
    await(began);
    Thread closing =
        Thread.ofVirtual()
            .start(
                () -> {
                  Thread.currentThread().interrupt();
                  crew.close();
                  flag.set(Thread.currentThread().isInterrupted());
                });
    await(interrupted);
    assertThat(closing.join(MOMENT)).isFalse();
    release.countDown();
    assertThat(closing.join(PATIENCE)).isTrue();
    assertThat(finished).isTrue();
    assertThat(flag).as("the interruption is handed on").isTrue();
  }

  @Test
  void closing_has_a_deadline() throws Exception {
    var crew = new Crew(2, MOMENT);
    crew.submit(this::finishesNoMatterWhat);
    await(began);
    Thread closing = Thread.ofVirtual().start(crew::close);
    assertThat(closing.join(PATIENCE)).isTrue();
    assertThat(finished).isFalse();
    release.countDown();
  }

  private void finishesNoMatterWhat() throws InterruptedException {
    began.countDown();
    try {
      release.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      interrupted.countDown();
      release.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    finished.set(true);
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }
}
