// SPDX-License-Identifier: Apache-2.0
package engram.memory.plastic;

import engram.random.RandomStream;
import engram.source.FromPaper;

/// Episodes of completion [1]: random patterns of +1 and -1 are shown a few times, with rests
/// between, in an order that each cycle draws; then one of them comes back with some bits missing,
/// and the activity of the last step should be all of it. Each episode has patterns of its own, so
/// that slow weights alone can hold none of them.
///
/// | component | published | unit |
/// | --- | --- | --- |
/// | neurons | 1000, one a bit | 1 |
/// | patterns | 5 | 1 |
/// | cycles | 2 | 1 |
/// | shownSteps, restSteps | 6, 4 | steps |
/// | missingShare | .5 | 1 |
/// | gain | 20: what is shown, times this, is the input | 1 |
///
/// References: [1] in the package.
///
/// @param neurons at least 2
/// @param patterns at least 1
/// @param schedule of the patterns
/// @param missingShare in [0, 1)
/// @param gain finite and above 0
@FromPaper(value = "hebbian-rules", at = "spec 18")
public record Completion(
    int neurons, int patterns, Schedule schedule, double missingShare, double gain) {
  /// When patterns are shown.
  ///
  /// @param cycles at least 1
  /// @param shownSteps at least 1, also for the test
  /// @param restSteps at least 0, without input
  public record Schedule(int cycles, int shownSteps, int restSteps) {
    /// Checks all three.
    public Schedule {
      if (cycles < 1 || shownSteps < 1 || restSteps < 0) {
        throw new IllegalArgumentException(
            "cycles and shownSteps must be at least 1 and restSteps 0, was %d, %d, %d"
                .formatted(cycles, shownSteps, restSteps));
      }
    }
  }

  /// One episode.
  ///
  /// @param inputs steps x neurons, row by row
  /// @param target the whole pattern, one a neuron
  // Handed to one training step; two are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record Episode(double[] inputs, double[] target) {}

  /// Checks sizes.
  public Completion {
    if (neurons < 2 || patterns < 1) {
      throw new IllegalArgumentException(
          "neurons must be at least 2 and patterns 1, was %d and %d".formatted(neurons, patterns));
    }
    if (!(missingShare >= 0 && missingShare < 1)) {
      throw new IllegalArgumentException("missingShare must be in [0, 1), was " + missingShare);
    }
    if (!(gain > 0 && gain < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("gain must be finite and above 0, was " + gain);
    }
  }

  /// The published schedule, share and gain, with other sizes.
  public static Completion of(int neurons, int patterns) {
    return new Completion(neurons, patterns, new Schedule(2, 6, 4), 0.5, 20);
  }

  /// Steps of an episode.
  public int steps() {
    int each = schedule.shownSteps() + schedule.restSteps();
    return schedule.cycles() * patterns * each + schedule.shownSteps();
  }

  /// Draws an episode.
  public Episode draw(RandomStream stream) {
    double[][] shown = new double[patterns][neurons];
    int[] order = new int[patterns];
    for (int p = 0; p < patterns; p++) {
      order[p] = p;
      for (int j = 0; j < neurons; j++) {
        shown[p][j] = stream.nextBoolean() ? 1 : -1;
      }
    }
    double[] inputs = new double[steps() * neurons];
    int step = 0;
    for (int cycle = 0; cycle < schedule.cycles(); cycle++) {
      stream.shuffle(order);
      for (int p : order) {
        show(shown[p], step, inputs);
        step += schedule.shownSteps() + schedule.restSteps();
      }
    }
    double[] target = shown[stream.nextInt(patterns)];
    double[] left = target.clone();
    for (int j : stream.sample(neurons, (int) Math.round(missingShare * neurons))) {
      left[j] = 0;
    }
    show(left, step, inputs);
    return new Episode(inputs, target.clone());
  }

  private void show(double[] pattern, int step, double[] inputs) {
    for (int t = step; t < step + schedule.shownSteps(); t++) {
      for (int j = 0; j < neurons; j++) {
        inputs[t * neurons + j] = gain * pattern[j];
      }
    }
  }
}
