package org.jalon.workload.http;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jalon.kernel.EffectiveDay;

/** The distance between the points of a series. */
enum Step {
  /** Every day. */
  DAY,
  /** The last day of every ISO week. */
  WEEK,
  /** The last day of every month. */
  MONTH;

  /** The most points of one series. */
  static final int MOST = 400;

  /** The points from one day to another, both included, the last one clipped; one more at most. */
  List<EffectiveDay> points(EffectiveDay from, EffectiveDay to) {
    var points = new ArrayList<EffectiveDay>();
    LocalDate day = from.value();
    while (!day.isAfter(to.value()) && points.size() <= MOST) {
      LocalDate point = end(day).isAfter(to.value()) ? to.value() : end(day);
      points.add(new EffectiveDay(point));
      day = point.plusDays(1);
    }
    return points;
  }

  private LocalDate end(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
      case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
    };
  }
}
