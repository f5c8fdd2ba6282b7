package org.jalon.command.state;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is worked out when it is first asked for, and then kept: of the many cases that a decision
 * reads, the rounds before the last ask only for names. Its answer never changes, so threads that
 * ask at once at worst work it out twice.
 */
public final class Told<T> implements Supplier<T> {

  private final Supplier<T> telling;
  private volatile @Nullable T told;

  private Told(Supplier<T> telling) {
    this.telling = telling;
  }

  /** The answer of a pure function without arguments. */
  public static <T> Supplier<T> once(Supplier<T> telling) {
    return new Told<>(telling);
  }

  @Override
  public T get() {
    T known = told;
    if (known == null) {
      known = telling.get();
      told = known;
    }
    return known;
  }
}
