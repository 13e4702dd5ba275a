// SPDX-License-Identifier: Apache-2.0
package engram.readout;

import engram.kernel.Doubles;
import engram.kernel.Transpose;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;

/// A recurrent layer of plain units that is drawn once and never learns:
///
///     s(t) = tanh(W s(t - 1) + V u(t))
///
/// `W` is uniform in [-1, 1) and scaled to a spectral radius, `V` uniform in [-1, 1) times the input
/// scaling. With a radius below 1 and small inputs the state forgets where it began.
///
/// References: see the package, [4].
@FromPaper(value = "htm", at = "spec baselines, ESN")
public final class Reservoir {
  private final Settings settings;
  private final int inputs;
  private final double[] recurrent;
  private final double[] input;

  /// Parameters of a reservoir.
  ///
  /// @param units from 1; the paper's 100
  /// @param spectralRadius from 0; the paper's 0.1
  /// @param inputScaling from 0; the paper's 0.2
  public record Settings(int units, double spectralRadius, double inputScaling) {
    /// The paper's.
    public static final Settings PUBLISHED = new Settings(100, 0.1, 0.2);

    /// Checks the ranges.
    public Settings {
      if (units < 1) {
        throw new IllegalArgumentException("units must be at least 1, was " + units);
      }
      if (!(spectralRadius >= 0 && spectralRadius < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "spectralRadius must be 0 or more and finite, was " + spectralRadius);
      }
      if (!(inputScaling >= 0 && inputScaling < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "inputScaling must be 0 or more and finite, was " + inputScaling);
      }
    }
  }

  /// Draws a reservoir.
  ///
  /// @param inputs how many numbers it takes at a step, from 1
  /// @param seeds where its weights are drawn
  public Reservoir(Settings settings, int inputs, Seeds seeds) {
    if (inputs < 1) {
      throw new IllegalArgumentException("inputs must be at least 1, was " + inputs);
    }
    this.settings = settings;
    this.inputs = inputs;
    int units = settings.units();
    RandomStream random = seeds.stream("recurrent-weights");
    recurrent = RandomFeatures.uniform(random, units * units, 1);
    double radius = SpectralRadius.of(recurrent, units);
    double factor = radius == 0 ? 0 : settings.spectralRadius() / radius;
    for (int i = 0; i < recurrent.length; i++) {
      recurrent[i] *= factor;
    }
    input = RandomFeatures.uniform(seeds.stream("input-weights"), units * inputs, 1);
    for (int i = 0; i < input.length; i++) {
      input[i] *= settings.inputScaling();
    }
  }

  /// Replaces a state by the next.
  ///
  /// @param state one number a unit
  /// @param u the input
  public void next(double[] state, double[] u) {
    int units = settings.units();
    double[] drive = new double[units];
    Doubles.gemv(Transpose.NO, units, units, 1, recurrent, 0, units, state, 0, 0, drive, 0);
    Doubles.gemv(Transpose.NO, units, inputs, 1, input, 0, inputs, u, 0, 1, drive, 0);
    Doubles.tanh(drive, 0, state, 0, units);
  }

  /// `W`, row by row, as a copy.
  public double[] recurrentWeights() {
    return recurrent.clone();
  }
}
