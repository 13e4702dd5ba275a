// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What was said of times to come, until those times come. A value is of a time where it lies
/// within half a step of it.
///
/// @param <F> what was said
final class Awaited<F> {
  private final Duration step;
  private final Function<F, Instant> of;
  private final Deque<F> waiting = new ArrayDeque<>();

  /// @param step the usual time between two values
  /// @param of of which time something is
  Awaited(Duration step, Function<F, Instant> of) {
    this.step = step;
    this.of = of;
  }

  /// Takes something, in the order of their times.
  void add(F said) {
    waiting.add(said);
  }

  /// Takes out what was said of a time. What was said of times that passed is forgotten.
  Optional<F> due(Instant time) {
    Instant from = time.minus(step.dividedBy(2));
    while (!waiting.isEmpty() && of.apply(waiting.element()).isBefore(from)) {
      waiting.remove();
    }
    return !waiting.isEmpty() && of.apply(waiting.element()).isBefore(from.plus(step))
        ? Optional.of(waiting.remove())
        : Optional.empty();
  }

  /// All that waits, in order.
  List<F> all() {
    return List.copyOf(waiting);
  }

  /// Forgets what waits and waits for these.
  void replace(List<F> others) {
    waiting.clear();
    waiting.addAll(others);
  }
}
