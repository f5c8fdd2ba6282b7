package org.jalon.command.caseload;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.Post;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.command.Override;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jspecify.annotations.Nullable;

/** Above the ceiling only a head of service of the team or its territory lets a case in. */
public final class Approval {

  private static final ProfessionId HEAD = new ProfessionId("HEAD");

  private Approval() {}

  /** What must be known of who approves, and of the teams on both sides. */
  public static Boundary boundary(Intent<?> intent, @Nullable Override override, World known) {
    if (override == null) {
      return Boundary.EMPTY;
    }
    Boundary boundary =
        Boundary.all(Tag.professional(professional(approver(intent, override))))
            .and(Reach.teams(known));
    for (TeamId team : teamsOfCases(known).toList()) {
      boundary = boundary.and(Reach.creationOf(team));
    }
    return boundary;
  }

  /** Refuses an override that nobody entitled approves for this case and this referent. */
  public static Optional<Refusal> check(
      Intent<?> intent, Override override, World world, CaseId caseId, ProfessionalId referent) {
    ActorId approver = approver(intent, override);
    Set<TeamId> of = teamsOf(intent, world, caseId, referent);
    boolean allowed =
        headTeams(intent, professional(approver), world)
            .anyMatch(headTeam -> of.stream().anyMatch(team -> reaches(headTeam, team, world)));
    return allowed
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                CaseloadRule.OVERRIDE_NOT_ALLOWED,
                "override",
                approver.value(),
                "%s holds no HEAD post in the team or its territory on %s; name a head of service in approvedBy"
                    .formatted(approver, intent.day())));
  }

  /** The fact that a case was admitted above the ceiling. */
  public static CaseloadCeilingOverridden admission(
      Intent<?> intent, Override override, CaseId caseId, ProfessionalId referent, Excess over) {
    return new CaseloadCeilingOverridden(
        caseId,
        referent,
        over.load(),
        over.ceiling(),
        approver(intent, override),
        override.reason());
  }

  private static ActorId approver(Intent<?> intent, Override override) {
    return override.approvedBy() == null ? intent.actor().id() : override.approvedBy();
  }

  private static Stream<TeamId> teamsOfCases(World known) {
    return known.cases().values().stream()
        .flatMap(story -> Stream.ofNullable(story.life().opening()))
        .flatMap(opening -> Stream.ofNullable(opening.team()));
  }

  private static Set<TeamId> teamsOf(
      Intent<?> intent, World world, CaseId caseId, ProfessionalId referent) {
    var opening = world.story(caseId).life().opening();
    return opening != null && opening.team() != null
        ? Set.of(opening.team())
        : world.teamsOf(referent, intent.day());
  }

  private static Stream<TeamId> headTeams(Intent<?> intent, ProfessionalId approver, World world) {
    return world.staffing().of(approver, intent.day()).stream()
        .flatMap(engagement -> world.staffing().post(engagement.post()).stream())
        .filter(post -> post.profession().equals(HEAD))
        .map(Post::team);
  }

  private static boolean reaches(TeamId headTeam, TeamId team, World world) {
    var headTerritory = world.territoryOf(headTeam);
    return headTeam.equals(team)
        || headTerritory.isPresent() && headTerritory.equals(world.territoryOf(team));
  }

  private static ProfessionalId professional(ActorId actor) {
    return new ProfessionalId(actor.value());
  }
}
