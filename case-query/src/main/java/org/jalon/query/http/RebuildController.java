package org.jalon.query.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jalon.kernel.edge.ProblemException;
import org.jalon.kernel.edge.Violation;
import org.jalon.kernel.feed.LiveView;
import org.jalon.kernel.feed.RebuildState;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets an operator build the view of cases anew from the ledger. */
@RestController
@RequestMapping(path = "/api/cases/rebuild", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Operations")
public final class RebuildController {

  private static final int CONFLICT = 409;

  private final LiveView view;

  /** For this view. */
  public RebuildController(LiveView view) {
    this.view = view;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Begins to build the view of cases anew; the live one answers meanwhile")
  RebuildState begin() {
    if (!view.rebuild()) {
      throw ProblemException.of(
          CONFLICT,
          "Under way",
          Violation.of(
              "REBUILD_RUNNING", "view %s is being rebuilt; wait for it".formatted(view.view())));
    }
    return view.rebuildState();
  }

  @GetMapping
  @Operation(summary = "How far the last rebuild of the view of cases is")
  RebuildState state() {
    return view.rebuildState();
  }
}
