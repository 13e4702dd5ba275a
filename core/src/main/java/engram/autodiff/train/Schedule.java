// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.train;

import engram.kernel.Doubles;

/// What the rate is multiplied by, step after step.
public sealed interface Schedule {
  /// The factor of a step.
  ///
  /// @param step from 0
  double factor(long step);

  /// Always 1.
  record Constant() implements Schedule {
    @Override
    public double factor(long step) {
      return 1;
    }
  }

  /// Times `by` after every `every` steps.
  ///
  /// @param every at least 1
  /// @param by above 0
  record Stairs(long every, double by) implements Schedule {
    /// Checks both.
    public Stairs {
      requirePositive("every", every);
      if (!(by > 0 && by <= 1)) {
        throw new IllegalArgumentException("by must be in (0, 1], was " + by);
      }
    }

    @Override
    public double factor(long step) {
      return Powers.of(by, step / every);
    }
  }

  /// From 1 to `least` along half a cosine in so many steps [5], then `least`.
  ///
  /// @param steps at least 1
  /// @param least in [0, 1]
  record Cosine(long steps, double least) implements Schedule {
    /// Checks both.
    public Cosine {
      requirePositive("steps", steps);
      if (!(least >= 0 && least <= 1)) {
        throw new IllegalArgumentException("least must be in [0, 1], was " + least);
      }
    }

    @Override
    public double factor(long step) {
      double done = Math.min(step, steps) / (double) steps;
      return least + (1 - least) * 0.5 * (1 + Doubles.cos(Math.PI * done));
    }
  }

  /// From nearly 0 to 1 in equal steps, then another schedule from its beginning.
  ///
  /// @param steps at least 1
  /// @param then what follows
  record WarmUp(long steps, Schedule then) implements Schedule {
    /// Checks the steps.
    public WarmUp {
      requirePositive("steps", steps);
    }

    @Override
    public double factor(long step) {
      return step < steps ? (step + 1) / (double) steps : then.factor(step - steps);
    }
  }

  /// From 0 to 1 in equal steps, then 1: the first step moves nothing.
  ///
  /// @param steps at least 1
  record Ramp(long steps) implements Schedule {
    /// Checks the steps.
    public Ramp {
      requirePositive("steps", steps);
    }

    @Override
    public double factor(long step) {
      return Math.min(step, steps) / (double) steps;
    }
  }

  private static void requirePositive(String name, long steps) {
    if (steps < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, was " + steps);
    }
  }
}
