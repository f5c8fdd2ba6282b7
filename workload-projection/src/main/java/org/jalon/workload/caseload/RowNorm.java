package org.jalon.workload.caseload;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.ToIntFunction;
import org.jalon.kernel.Norm;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.norm.NormScope;
import org.jspecify.annotations.Nullable;

/**
 * What a row is compared with, in cases per FTE: the norm in force for its scope. That of a
 * referent is the mean of the norms at their posts, weighted by FTE.
 *
 * @param standard absent where no profession at hand has one
 */
public record RowNorm(@Nullable Ratio standard, Ratio alert, Ratio ceiling) {

  static RowNorm of(
      Scene scene, Dimension by, String id, Selection selection, Collection<Capacity> working) {
    return by == Dimension.REFERENT && !working.isEmpty()
        ? weighted(scene, selection.programme(), working)
        : whole(scene.normOf(place(scene, by, id, selection)), working);
  }

  private static RowNorm whole(Norm norm, Collection<Capacity> working) {
    boolean standards = working.isEmpty() || working.stream().anyMatch(Capacity::hasStandard);
    return new RowNorm(
        standards ? whole(norm.standard()) : null, whole(norm.alert()), whole(norm.ceiling()));
  }

  private static Ratio whole(int value) {
    return Ratio.of(value, BigDecimal.ONE);
  }

  private static RowNorm weighted(
      Scene scene, @Nullable ProgrammeId programme, Collection<Capacity> working) {
    var standards = working.stream().filter(Capacity::hasStandard).toList();
    return new RowNorm(
        standards.isEmpty() ? null : weighted(scene, programme, standards, Norm::standard),
        weighted(scene, programme, working, Norm::alert),
        weighted(scene, programme, working, Norm::ceiling));
  }

  private static Ratio weighted(
      Scene scene,
      @Nullable ProgrammeId programme,
      Collection<Capacity> working,
      ToIntFunction<Norm> value) {
    BigDecimal cases = BigDecimal.ZERO;
    BigDecimal fte = BigDecimal.ZERO;
    for (Capacity one : working) {
      Norm norm = scene.normAt(one.team(), one.profession(), programme);
      cases = cases.add(one.fte().multiply(BigDecimal.valueOf(value.applyAsInt(norm))));
      fte = fte.add(one.fte());
    }
    return new Ratio(cases, fte);
  }

  /** All that row and selection say of the place. */
  private static NormScope place(Scene scene, Dimension by, String id, Selection selection) {
    boolean some = !Dimension.UNASSIGNED.equals(id);
    var team = some && by == Dimension.TEAM ? new TeamId(id) : selection.team();
    var territory = some && by == Dimension.TERRITORY ? new TerritoryId(id) : selection.territory();
    return new NormScope(
        some && by == Dimension.PROGRAMME ? new ProgrammeId(id) : selection.programme(),
        team,
        scene.directory().territoryOf(team).orElse(territory),
        some && by == Dimension.PROFESSION ? new ProfessionId(id) : selection.profession());
  }
}
