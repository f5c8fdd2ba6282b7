package org.jalon.standalone;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** A server on somebody's machine gives memory back when it rests. */
final class Heap {

  private static final Map<String, String> MANNERS =
      Map.of("G1PeriodicGCInterval", "30000", "MinHeapFreeRatio", "10", "MaxHeapFreeRatio", "30");

  private Heap() {}

  /** Asks the collector to shrink the heap every 30 s of rest; other collectors may decline. */
  static void giveBackWhenIdle() {
    var hotspot = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    MANNERS.forEach(
        (option, value) -> {
          try {
            hotspot.setVMOption(option, value);
          } catch (IllegalArgumentException e) {
            LoggerFactory.getLogger(Heap.class).debug("{} is not to be set here", option, e);
          }
        });
  }
}
