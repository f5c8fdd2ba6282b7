package org.jalon.history;

import java.util.Arrays;

/** A growing array of longs. */
final class Longs {

  private long[] values;
  private int size;

  Longs() {
    this(4);
  }

  Longs(int room) {
    values = new long[room];
  }

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1) + 4);
    }
    values[size++] = value;
  }

  long get(int index) {
    return values[index];
  }

  void set(int index, long value) {
    values[index] = value;
  }

  int size() {
    return size;
  }

  void sort() {
    Arrays.sort(values, 0, size);
  }

  /** The index of the first value above the bound, in ascending values. */
  int firstAbove(long bound) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] > bound) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The first value above the bound, in ascending values; none: {@link Long#MAX_VALUE}. */
  long above(long bound) {
    int index = firstAbove(bound);
    return index < size ? values[index] : Long.MAX_VALUE;
  }
}
