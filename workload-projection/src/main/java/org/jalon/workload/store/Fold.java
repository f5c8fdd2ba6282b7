package org.jalon.workload.store;

import java.util.List;
import org.jalon.kernel.timeline.Timeline;
import org.jalon.workload.span.Dated;

/** Reads the timeline of a subject to spans. */
@FunctionalInterface
interface Fold<V> {

  List<Dated<V>> read(String subject, Timeline timeline);
}
