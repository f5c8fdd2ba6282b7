package org.jalon.command.importing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jalon.command.takingover.ImportPost;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jspecify.annotations.Nullable;

/** Lines of a workforce file as posts; a post's id tells nothing about its line. */
public final class PostMapping {
  private static final Checked CHECKED = new Checked("");

  private final DerivedIds ids;

  public PostMapping(DerivedIds ids) {
    this.ids = ids;
  }

  /** The post of a line, unless a value does not fit: then {@code skipped} is told. */
  public Optional<ImportPost> post(WorkforceLine line, Consumer<SkippedLine> skipped) {
    try {
      return Optional.of(post(line));
    } catch (BadField bad) {
      skipped.accept(bad.skipped());
      return Optional.empty();
    }
  }

  private ImportPost post(WorkforceLine line) throws BadField {
    long at = line.line();
    return new ImportPost(
        new PostId(ids.of("post", ids.id("workforce:post", line).toString())),
        CHECKED.value(at, "team", line.team(), TeamId::new),
        CHECKED.value(at, "territory", line.territory(), TerritoryId::new),
        CHECKED.value(at, "profession", line.profession(), ProfessionId::new),
        CHECKED.value(at, "fte", line.fte().toPlainString(), _ -> new Fte(line.fte())),
        professional(line),
        CHECKED.value(at, "from", line.from().toString(), _ -> new EffectiveDay(line.from())),
        until(line),
        new ImportPost.Ids(
            ids.id("workforce:territory", List.of(line.territory())),
            ids.id("workforce:team", List.of(line.team())),
            n -> ids.id("workforce:post:" + n, line)));
  }

  private static @Nullable ProfessionalId professional(WorkforceLine line) throws BadField {
    return line.professional().isEmpty()
        ? null
        : CHECKED.value(
            line.line(), "professional", line.professional().get(), ProfessionalId::new);
  }

  private static @Nullable EffectiveDay until(WorkforceLine line) throws BadField {
    return line.to().isEmpty()
        ? null
        : CHECKED.value(
            line.line(),
            "to",
            line.to().get().toString(),
            _ -> new EffectiveDay(line.to().get().plusDays(1)));
  }
}
