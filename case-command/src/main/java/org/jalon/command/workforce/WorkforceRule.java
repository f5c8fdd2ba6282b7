package org.jalon.command.workforce;

import org.jalon.command.decision.Rule;

/** What commands on territories, teams and posts can be refused for. */
public enum WorkforceRule implements Rule {
  TERRITORY_ID_TAKEN("Another territory has this id."),
  TEAM_ID_TAKEN("Another team has this id."),
  POST_ID_TAKEN("Another post has this id."),
  POST_UNKNOWN("No post has this id on that day."),
  POST_OVERFILLED("The post would be filled beyond its FTE."),
  OVER_FULL_TIME("The professional would work more than one full-time post."),
  ALREADY_IN_POST("The professional holds the post on that day or later."),
  NOT_IN_POST("The professional does not hold the post on that day."),
  POST_STILL_FILLED("Somebody holds the post on that day or later."),
  POST_CLOSED("The post is closed on that day.");

  private final String meaning;

  WorkforceRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
