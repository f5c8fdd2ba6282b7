package org.jalon.benchmark;

import java.util.List;

/** One thing that is measured, against whatever it needs to be compared with in the same run. */
interface Workload {

  /** Prepares, warms up, measures interleaved. */
  List<Result> run(Site site) throws Exception;
}
