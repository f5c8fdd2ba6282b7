package org.jalon.workload.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jalon.kernel.edge.ProblemException;
import org.jalon.kernel.edge.Violation;
import org.jalon.kernel.feed.LiveView;
import org.jalon.kernel.feed.RebuildState;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Builds the view anew from the ledger while the live one goes on answering. */
@RestController
@RequestMapping("/api/workload/rebuild")
@Tag(name = "Operations")
public final class RebuildController {

  private final LiveView view;

  /** Rebuilds a view. */
  public RebuildController(LiveView view) {
    this.view = view;
  }

  /** Begins a rebuild. */
  @Operation(summary = "Begins to build the view of caseloads anew; the live one answers meanwhile")
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  RebuildState begin() {
    if (!view.rebuild()) {
      throw ProblemException.of(
          HttpStatus.CONFLICT.value(),
          "Conflict",
          Violation.of(
              "REBUILD_RUNNING",
              "view %s is being rebuilt; ask GET /api/workload/rebuild how far it is"
                  .formatted(view.view())));
    }
    return view.rebuildState();
  }

  /** How far the last rebuild is. */
  @Operation(summary = "How far the last rebuild of the view of caseloads is")
  @GetMapping
  RebuildState state() {
    return view.rebuildState();
  }
}
