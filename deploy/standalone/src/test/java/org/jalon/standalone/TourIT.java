package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tour of the README, pasted into a shell, answers what the README says. */
class TourIT {

  private static final Pattern BLOCK =
      Pattern.compile("```sh\n(?<typed>.*?)```\n(?:```\n(?<answer>.*?)```)?", Pattern.DOTALL);
  private static final String END_OF_BLOCK = "----- end of block -----";

  private record Step(String typed, String answer) {}

  @Test
  void every_line_does_what_the_readme_says() throws Exception {
    Repository.data();
    List<Step> steps = steps();
    assertThat(steps).hasSizeGreaterThan(6);
    try (var jalon = RunningJalon.on(RunningJalon.absent())) {
      String[] answers = typed(steps, jalon.port()).split(END_OF_BLOCK + "\n", -1);
      for (int n = 0; n < steps.size(); n++) {
        Step step = steps.get(n);
        assertThat(answers[n]).as(step.typed()).matches(pattern(step.answer()));
      }
    }
  }

  private static List<Step> steps() throws IOException {
    String readme = Files.readString(Repository.root().resolve("README.md"));
    String tour = readme.substring(readme.indexOf("<!-- tour"), readme.indexOf("<!-- end of tour"));
    return BLOCK
        .matcher(tour)
        .results()
        .map(
            found ->
                new Step(
                    found.group("typed"),
                    found.group("answer") == null ? "" : found.group("answer")))
        .toList();
  }

  /** {@code …} stands for anything; blank lines do not count. */
  private static Pattern pattern(String answer) {
    String lines =
        answer
            .lines()
            .map(
                line ->
                    Arrays.stream(line.split("…", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")))
            .collect(Collectors.joining("\\n+"));
    return Pattern.compile("\\n*" + lines + "\\n*", Pattern.DOTALL);
  }

  private static String typed(List<Step> steps, int port) throws Exception {
    String script =
        steps.stream()
            .map(step -> step.typed() + "echo '" + END_OF_BLOCK + "'\n")
            .collect(Collectors.joining())
            .replace("localhost:8080", "localhost:" + port);
    Path file = Files.writeString(Files.createTempFile("tour", ".sh"), script);
    Process shell =
        new ProcessBuilder("bash", file.toString())
            .directory(Repository.root().toFile())
            .redirectErrorStream(true)
            .start();
    String answers =
        new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
    Files.delete(file);
    return answers;
  }
}
