// SPDX-License-Identifier: Apache-2.0
package engram.flow.fourier;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The course of a training as accuracies by kind of pair, and where its stages end: memorised at
/// the first reading with a training accuracy of .95, generalised at the first with a test accuracy
/// of .95.
public final class LearningStages {
  /// A stage's border.
  public static final double BORDER = 0.95;

  private final List<Reading> readings = new ArrayList<>();

  /// Nothing read yet.
  public LearningStages() {}

  /// Accuracies at a step.
  ///
  /// @param step of training
  /// @param train share of right answers among pairs in training
  /// @param test among pairs that are not; 1 where there is none
  /// @param byKind among each kind; a kind without pairs is absent
  public record Reading(int step, double train, double test, Map<PairKind, Double> byKind) {
    /// Copies the map.
    public Reading {
      byKind = Map.copyOf(byKind);
    }
  }

  /// Reads answers.
  ///
  /// @param answers for each row of the task the label that was given
  public Reading read(int step, AdditionTask task, int[] answers) {
    Map<PairKind, int[]> counts = new EnumMap<>(PairKind.class);
    for (int row = 0; row < task.rows(); row++) {
      int pair = task.pair(row);
      int x = pair / task.modulus();
      int y = pair % task.modulus();
      boolean right = answers[row] == task.label(x, y);
      count(counts, task.kind(x, y), right);
      if (x != y) {
        count(counts, task.kind(y, x), right);
      }
    }
    Map<PairKind, Double> byKind = new EnumMap<>(PairKind.class);
    counts.forEach((kind, c) -> byKind.put(kind, c[0] / (double) c[1]));
    Reading reading =
        new Reading(
            step,
            share(counts, PairKind.TRAINED_WITH_PARTNER, PairKind.TRAINED_ALONE),
            share(counts, PairKind.PARTNER_TRAINED, PairKind.UNSEEN),
            byKind);
    readings.add(reading);
    return reading;
  }

  private static void count(Map<PairKind, int[]> counts, PairKind kind, boolean right) {
    int[] c = counts.computeIfAbsent(kind, k -> new int[2]);
    c[0] += right ? 1 : 0;
    c[1]++;
  }

  private static double share(Map<PairKind, int[]> counts, PairKind one, PairKind other) {
    int[] a = counts.getOrDefault(one, new int[2]);
    int[] b = counts.getOrDefault(other, new int[2]);
    int all = a[1] + b[1];
    return all == 0 ? 1 : (a[0] + b[0]) / (double) all;
  }

  /// All readings, in order.
  public List<Reading> readings() {
    return List.copyOf(readings);
  }

  /// The step at which training pairs were first known; empty if they never were.
  public OptionalInt memorised() {
    return readings.stream().filter(r -> r.train() >= BORDER).mapToInt(Reading::step).findFirst();
  }

  /// The step at which test pairs were first known; empty if they never were.
  public OptionalInt generalised() {
    return readings.stream().filter(r -> r.test() >= BORDER).mapToInt(Reading::step).findFirst();
  }
}
