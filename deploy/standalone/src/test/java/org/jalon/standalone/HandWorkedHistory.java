package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The facts of docs/two-times.md as commands; their days come from its table. */
final class HandWorkedHistory {

  /** The last fact. */
  static final int LAST = 15;

  private final ClockedJalon jalon;
  private final Map<String, String> entries = new HashMap<>();

  HandWorkedHistory(ClockedJalon jalon) {
    this.jalon = jalon;
  }

  /** What has to be there before the first fact. */
  void begins() throws IOException, InterruptedException {
    does("CreateTerritory", "'territoryId':'N','label':'North','effectiveOn':'2026-01-01'");
    does("CreateTeam", "'teamId':'T','territory':'N','label':'T','effectiveOn':'2026-01-01'");
  }

  /** Records one fact that happened on a day; the clock says when. */
  void records(int fact, LocalDate on) throws IOException, InterruptedException {
    switch (fact) {
      case 1 -> hires("P-1", "Ana", "1.0", on);
      case 2 -> hires("P-2", "Ben", "0.8", on);
      case 3 -> opens("A", "Ana", on);
      case 4 -> opens("B", "Ana", on);
      case 5 -> opens("C", "Ben", on);
      case 6 -> opens("D", "Ben", on);
      case 7 -> on(on, "ProposeHandOver", "'caseId':'B','to':'Ben'");
      case 8 -> on(on, "AcceptHandOver", "'caseId':'B'");
      case 9 -> meetsTheObjective("C", on);
      case 10 -> closes("C", on);
      case 11 -> on(on, "ChangeWorkingTime", "'postId':'P-2','professional':'Ben','fte':0.5");
      case 12 -> reallyEnded("C", on);
      case 13 -> wasNeverStarted("D", on);
      case 14 -> {
        on(on, "ReopenCase", "'caseId':'C'");
        starts("C", "Ana", "O2", on);
      }
      case LAST -> {
        meetsTheObjective("A", on);
        closes("A", on);
      }
      default ->
          throw new AssertionError("the page has a fact %d that nobody knows".formatted(fact));
    }
  }

  private void hires(String post, String who, String fte, LocalDate on)
      throws IOException, InterruptedException {
    on(on, "OpenPost", "'postId':'%s','team':'T','profession':'AS','fte':1".formatted(post));
    on(on, "FillPost", "'postId':'%s','professional':'%s','fte':%s".formatted(post, who, fte));
  }

  private void opens(String caseId, String referent, LocalDate on)
      throws IOException, InterruptedException {
    on(
        on,
        "OpenCase",
        "'caseId':'%s','household':'H-%s','programme':'polyvalence','team':'T'"
            .formatted(caseId, caseId));
    starts(caseId, referent, "O1", on);
  }

  private void starts(String caseId, String referent, String objective, LocalDate on)
      throws IOException, InterruptedException {
    String its = "'caseId':'%s'".formatted(caseId);
    on(on, "ProposeAccompaniment", its);
    on(on, "RecordAdhesion", its);
    on(
        on,
        "SetObjective",
        its
            + ",'objectiveId':'%s','text':'a roof','criteria':['a lease'],'dueOn':'2026-12-31'"
                .formatted(objective));
    on(on, "PlanDuration", its + ",'until':'2026-12-31'");
    on(on, "AssignReferent", its + ",'referent':'%s'".formatted(referent));
    on(on, "StartAccompaniment", its);
  }

  private void meetsTheObjective(String caseId, LocalDate on)
      throws IOException, InterruptedException {
    on(
        on,
        "EvaluateObjective",
        "'caseId':'%s','objectiveId':'O1','outcome':'MET'".formatted(caseId));
  }

  private void closes(String caseId, LocalDate on) throws IOException, InterruptedException {
    on(
        on,
        "CloseAccompaniment",
        "'caseId':'%s','reason':'OBJECTIVES_MET','closeCase':true".formatted(caseId));
  }

  private void reallyEnded(String caseId, LocalDate on) throws IOException, InterruptedException {
    for (String end : new String[] {"AccompanimentClosed", "CaseClosed"}) {
      rectifies(caseId, end, "'action':'REPLACE','fields':{'effectiveOn':'%s'}".formatted(on));
    }
  }

  private void wasNeverStarted(String caseId, LocalDate on)
      throws IOException, InterruptedException {
    JsonNode file = jalon.get("/api/cases/" + caseId).json();
    assertThat(file.path("accompaniment").path("startedOn").asString()).isEqualTo(on.toString());
    rectifies(caseId, "AccompanimentStarted", "'action':'ANNUL'");
  }

  /** A rectification has no day of its own in the world: it speaks of that of the entry. */
  private void rectifies(String caseId, String entry, String how)
      throws IOException, InterruptedException {
    String position = entries.get(caseId + entry);
    does("RectifyEntry", "'position':'%s','reason':'checked',%s".formatted(position, how));
  }

  private void on(LocalDate day, String command, String fields)
      throws IOException, InterruptedException {
    does(command, "%s,'effectiveOn':'%s'".formatted(fields, day));
  }

  private void does(String command, String fields) throws IOException, InterruptedException {
    String body = "{%s}".formatted(fields).replace('\'', '"');
    Answer answer = jalon.command(command, body);
    assertThat(answer.status()).as("%s %s: %s", command, body, answer.text()).isEqualTo(200);
    JsonNode sent = JsonMapper.shared().readTree(body);
    for (JsonNode event : answer.json().path("events")) {
      entries.put(
          sent.path("caseId").asString("") + event.path("type").asString(),
          event.path("position").asString());
    }
  }
}
