package org.jalon.workload.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jalon.kernel.Identifier;
import org.jalon.workload.caseload.CountedCase;
import org.jalon.workload.caseload.Flag;
import org.jalon.workload.caseload.Place;
import org.jspecify.annotations.Nullable;

/**
 * A case behind a row.
 *
 * @param referent null if there is none
 * @param team where it counts
 * @param post at which it counts
 * @param profession of that post
 * @param flags what to know of it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CaseAnswer(
    String caseId,
    @Nullable String referent,
    String programme,
    @Nullable String team,
    @Nullable String territory,
    @Nullable String post,
    @Nullable String profession,
    List<Flag> flags) {

  static CaseAnswer of(CountedCase counted) {
    Place place = counted.place();
    return new CaseAnswer(
        counted.caseId().value(),
        text(place.referent()),
        place.programme().value(),
        text(place.team()),
        text(place.territory()),
        text(place.post()),
        text(place.profession()),
        place.flags().stream().sorted().toList());
  }

  private static @Nullable String text(@Nullable Identifier id) {
    return id == null ? null : id.value();
  }
}
