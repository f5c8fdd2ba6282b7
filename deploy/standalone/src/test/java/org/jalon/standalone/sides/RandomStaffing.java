package org.jalon.standalone.sides;

import java.time.LocalDate;
import java.util.List;
import org.jalon.command.decision.Draft;
import org.jalon.command.norms.AdoptingNorm;
import org.jalon.command.state.StaffStory;
import org.jalon.command.workforce.ChangingWorkingTime;
import org.jalon.command.workforce.ClosingPost;
import org.jalon.command.workforce.FillingPost;
import org.jalon.command.workforce.OpeningPost;
import org.jalon.command.workforce.VacatingPost;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.Fte;
import org.jalon.kernel.Label;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.command.AdoptNorm;
import org.jalon.kernel.command.ChangeWorkingTime;
import org.jalon.kernel.command.ClosePost;
import org.jalon.kernel.command.FillPost;
import org.jalon.kernel.command.OpenPost;
import org.jalon.kernel.command.VacatePost;
import org.jalon.kernel.event.PostResized;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jspecify.annotations.Nullable;

/** Who holds which post, at random. */
final class RandomStaffing {

  static final TeamId TEAM = new TeamId("t");

  private final Clerk clerk;

  RandomStaffing(Clerk clerk) {
    this.clerk = clerk;
  }

  /** A territory, a team, and six posts that are half filled. */
  void begins(LocalDate on) {
    var north = new TerritoryId("north");
    clerk.imported(new TerritoryCreated(north, new Label("North")), on);
    clerk.imported(new TeamCreated(TEAM, north, new Label("Team")), on);
    for (int n = 0; n < 6; n++) {
      var post = new PostId("post" + n);
      var profession = new ProfessionId(n == 0 ? "HEAD" : "AS");
      clerk.ask(new OpeningPost(), new OpenPost(post, TEAM, profession, Clerk.fte("2")), on);
      var holder = new ProfessionalId("p" + n % 5);
      clerk.ask(new FillingPost(), new FillPost(post, holder, Clerk.fte("0.5"), null), on);
    }
  }

  void act() {
    PostId post = new PostId("post" + clerk.random().nextInt(8));
    switch (clerk.random().nextInt(14)) {
      case 10, 11, 12, 13 -> replaced(post, clerk.planned());
      case 0 ->
          clerk.ask(
              new OpeningPost(),
              new OpenPost(post, TEAM, new ProfessionId("AS"), Clerk.fte("1")),
              clerk.planned());
      case 1, 2, 3 ->
          clerk.ask(
              new FillingPost(),
              new FillPost(post, clerk.professional(), clerk.share(), replaced()),
              clerk.planned());
      case 4, 5 ->
          clerk.ask(
              new ChangingWorkingTime(),
              new ChangeWorkingTime(post, clerk.professional(), clerk.share()),
              clerk.planned());
      case 6, 7 ->
          clerk.ask(
              new VacatingPost(), new VacatePost(post, clerk.professional()), clerk.planned());
      case 8 -> clerk.ask(new ClosingPost(), new ClosePost(post), clerk.planned());
      default -> {
        resized(
            new PostId("post" + clerk.random().nextInt(3)),
            Clerk.fte(clerk.one(List.of("1", "1.5"))));
        clerk.ask(
            new AdoptingNorm(),
            new AdoptNorm(null, TEAM, null, null, null, null, 20, null),
            clerk.past());
      }
    }
  }

  /** Somebody is replaced, the substitute too, and one of them leaves. */
  private void replaced(PostId post, LocalDate on) {
    var absent = clerk.professional();
    var substitute = clerk.professional();
    clerk.ask(new FillingPost(), new FillPost(post, substitute, Clerk.fte("0.1"), absent), on);
    clerk.ask(
        new FillingPost(),
        new FillPost(post, clerk.professional(), Clerk.fte("0.1"), substitute),
        on);
    clerk.ask(
        new VacatingPost(),
        new VacatePost(post, substitute),
        on.plusDays(clerk.random().nextInt(40)));
  }

  /** As an import does, on a day on which the post stands. */
  private void resized(PostId post, Fte budget) {
    var draft =
        new Draft(
            new PostResized(post, budget),
            EffectiveOn.day(clerk.past()),
            clerk.ledger().nextCommand());
    if (StaffStory.of(clerk.ledger().facts()).contradiction(List.of(draft)).isEmpty()) {
      clerk.ledger().record(draft);
    }
  }

  private @Nullable ProfessionalId replaced() {
    return clerk.random().nextInt(2) == 0 ? clerk.professional() : null;
  }
}
