package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** A small service and its casework, through the API; every id carries the prefix. */
record Service(RunningJalon jalon, String prefix) {

  String id(String name) {
    return prefix + "-" + name;
  }

  /** Sends a command that has to hold; {@code $} in the body stands for the prefix. */
  Answer does(String command, String body) throws IOException, InterruptedException {
    Answer answer = asks(command, body);
    assertThat(answer.status()).as("%s %s: %s", command, body, answer.text()).isEqualTo(200);
    return answer;
  }

  /** Sends a command, whatever comes of it. */
  Answer asks(String command, String body) throws IOException, InterruptedException {
    return jalon.command(command, body.replace("$", prefix).replace('\'', '"'));
  }

  /** A territory, a team, a full-time AS and a head. */
  void isSetUp() throws IOException, InterruptedException {
    does("CreateTerritory", "{'territoryId':'$-T','label':'North','effectiveOn':'2026-01-01'}");
    does(
        "CreateTeam",
        "{'teamId':'$-TEAM','territory':'$-T','label':'Harbour','effectiveOn':'2026-01-01'}");
    hires("ANA", "AS", "1");
    hires("HEAD", "HEAD", "1");
  }

  void hires(String who, String profession, String fte) throws IOException, InterruptedException {
    does(
        "OpenPost",
        "{'postId':'$-P-%s','team':'$-TEAM','profession':'%s','fte':%s,'effectiveOn':'2026-01-01'}"
            .formatted(who, profession, fte));
    does(
        "FillPost",
        "{'postId':'$-P-%s','professional':'$-%s','fte':%s,'effectiveOn':'2026-01-01'}"
            .formatted(who, who, fte));
  }

  Answer opens(String caseId) throws IOException, InterruptedException {
    return does(
        "OpenCase",
        "{'caseId':'$-%1$s','household':'$-H-%1$s','programme':'polyvalence','team':'$-TEAM','effectiveOn':'2026-02-02'}"
            .replace("%1$s", caseId));
  }

  Answer assigns(String caseId, String referent) throws IOException, InterruptedException {
    return asks(
        "AssignReferent",
        "{'caseId':'$-%s','referent':'$-%s','effectiveOn':'2026-02-03'}"
            .formatted(caseId, referent));
  }

  Answer on(String command, String caseId, String more) throws IOException, InterruptedException {
    return asks(command, "{'caseId':'$-%s'%s}".formatted(caseId, more));
  }
}
