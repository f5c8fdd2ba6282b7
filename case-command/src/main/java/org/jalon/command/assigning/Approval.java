package org.jalon.command.assigning;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.Engagement;
import org.jalon.command.state.Post;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.command.AssignReferent;
import org.jalon.kernel.command.Override;

/** Above the ceiling only a head of service of the team or its territory lets a case in. */
final class Approval {

  private static final ProfessionId HEAD = new ProfessionId("HEAD");

  private Approval() {}

  /** Who approves: whom the override names, else the actor. */
  static ActorId approver(Intent<? extends AssignReferent> intent, Override override) {
    return override.approvedBy() == null ? intent.actor().id() : override.approvedBy();
  }

  /** What must be known of who approves, and of the teams on both sides. */
  static Boundary boundary(Intent<? extends AssignReferent> intent, Assigning known) {
    Override override = intent.command().override();
    if (override == null) {
      return Boundary.EMPTY;
    }
    Boundary boundary = Boundary.all(Tag.professional(professional(approver(intent, override))));
    for (TeamId team : teams(known).toList()) {
      boundary = boundary.and(Boundary.all(Tag.of(team)));
    }
    return boundary;
  }

  /** Refuses an override that nobody entitled approves. */
  static Optional<Refusal> check(
      Intent<? extends AssignReferent> intent, Override override, Assigning state) {
    ActorId approver = approver(intent, override);
    Set<TeamId> of = teamsOf(intent, state);
    boolean allowed =
        headTeams(intent, professional(approver), state)
            .anyMatch(headTeam -> of.stream().anyMatch(team -> reaches(headTeam, team, state)));
    return allowed
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                AssigningRule.OVERRIDE_NOT_ALLOWED,
                "override",
                approver.value(),
                "%s holds no HEAD post in the team or its territory on %s; name a head of service in approvedBy"
                    .formatted(approver, intent.day())));
  }

  private static Stream<TeamId> teams(Assigning known) {
    Stream<TeamId> ofPosts = known.staffing().posts().values().stream().map(Post::team);
    Stream<TeamId> ofCase =
        Stream.ofNullable(known.own().opening())
            .flatMap(opening -> Stream.ofNullable(opening.team()));
    return Stream.concat(ofPosts, ofCase);
  }

  private static Set<TeamId> teamsOf(Intent<? extends AssignReferent> intent, Assigning state) {
    var opening = Objects.requireNonNull(state.own().opening());
    return opening.team() != null
        ? Set.of(opening.team())
        : state.staffing().of(intent.command().referent(), intent.day()).stream()
            .flatMap(engagement -> post(state, engagement).map(Post::team))
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<TeamId> headTeams(
      Intent<? extends AssignReferent> intent, ProfessionalId approver, Assigning state) {
    return state.staffing().of(approver, intent.day()).stream()
        .flatMap(engagement -> post(state, engagement))
        .filter(post -> post.profession().equals(HEAD))
        .map(Post::team);
  }

  private static boolean reaches(TeamId headTeam, TeamId team, Assigning state) {
    var headTerritory = state.territories().get(headTeam);
    return headTeam.equals(team)
        || headTerritory != null && headTerritory.equals(state.territories().get(team));
  }

  private static Stream<Post> post(Assigning state, Engagement engagement) {
    return state.staffing().post(engagement.post()).stream();
  }

  private static ProfessionalId professional(ActorId actor) {
    return new ProfessionalId(actor.value());
  }
}
