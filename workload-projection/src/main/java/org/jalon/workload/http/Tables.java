package org.jalon.workload.http;

import java.util.List;
import java.util.stream.Collectors;
import org.jalon.workload.caseload.Flag;

/** The tables of this service as comma-separated values. */
final class Tables {

  private Tables() {}

  static String ofRows(List<RowAnswer> rows) {
    var csv =
        new Csv(
            "by",
            "id",
            "label",
            "on",
            "asOf",
            "cases",
            "weightedCases",
            "fteHolders",
            "fteProfession",
            "fteAvailable",
            "perFteHolders",
            "perFteProfession",
            "perFteAvailable",
            "weightedPerFteHolders",
            "weightedPerFteProfession",
            "weightedPerFteAvailable",
            "unit",
            "standard",
            "alert",
            "ceiling",
            "verdict",
            "flags");
    rows.forEach(
        row ->
            csv.line(
                row.scope().by(),
                row.scope().id(),
                row.scope().label(),
                row.on(),
                row.asOf(),
                row.cases(),
                row.weightedCases(),
                row.fte().holders(),
                row.fte().profession(),
                row.fte().available(),
                row.perFte().holders(),
                row.perFte().profession(),
                row.perFte().available(),
                row.weightedPerFte().holders(),
                row.weightedPerFte().profession(),
                row.weightedPerFte().available(),
                row.unit(),
                row.norm().standard(),
                row.norm().alert(),
                row.norm().ceiling(),
                row.verdict(),
                words(row.flags())));
    return csv.toString();
  }

  static String ofCases(List<CaseAnswer> cases) {
    var csv =
        new Csv(
            "caseId", "referent", "programme", "team", "territory", "post", "profession", "flags");
    cases.forEach(
        counted ->
            csv.line(
                counted.caseId(),
                counted.referent(),
                counted.programme(),
                counted.team(),
                counted.territory(),
                counted.post(),
                counted.profession(),
                words(counted.flags())));
    return csv.toString();
  }

  private static String words(List<Flag> flags) {
    return flags.stream().map(Flag::name).collect(Collectors.joining(" "));
  }

  static String ofAlerts(List<AlertAnswer> rows) {
    var csv = new Csv("code", "professional", "since", "load", "ceiling", "position");
    rows.forEach(
        row ->
            csv.line(
                row.code(),
                row.professional(),
                row.since(),
                row.load(),
                row.ceiling(),
                row.position()));
    return csv.toString();
  }
}
