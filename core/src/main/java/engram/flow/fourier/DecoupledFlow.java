// SPDX-License-Identifier: Apache-2.0
package engram.flow.fourier;

import engram.source.FromPaper;

/// What happens inside one neuron while its outputs are small: every frequency follows a flow of
/// its own, and the first to grow wins the neuron. With quadratic response and a softmax that is
/// still uniform, the input wave `z = alpha e^(i phi)` and the output wave `u = beta e^(i psi)` of a
/// frequency obey
///
///     dz/dt = 2 c u conj(z),    du/dt = c z^2,    c = 1/p
///
/// which is the same as d alpha = 2 c alpha beta cos D, d beta = c alpha^2 cos D,
/// dD = -c (4 beta + alpha^2 / beta) sin D with D = 2 phi - psi. Two things never change:
/// alpha^2 - 2 beta^2 and alpha^2 beta sin D. D = 0 is stable, D = pi is not, and from there the
/// amplitudes reach infinity in finite time.
///
/// The blog of the paper prints dD = -p (4 beta^2 - alpha^2/beta) sin D, which the authors' own
/// update does not give.
///
/// Not for several threads at once.
@FromPaper(value = "modular-addition", at = "decoupled gradient flow")
public final class DecoupledFlow {
  private final double rate;
  private final double[] state;
  private final double[][] slopes = new double[4][4];
  private final double[] between = new double[4];

  /// A flow from the waves of one frequency.
  ///
  /// @param rate c, above 0
  public DecoupledFlow(double rate, Wave input, Wave output) {
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rate must be above 0, was " + rate);
    }
    if (input.frequency() != output.frequency()) {
      throw new IllegalArgumentException(
          "waves must have one frequency, was %d and %d"
              .formatted(input.frequency(), output.frequency()));
    }
    this.rate = rate;
    state = new double[] {input.real(), input.imaginary(), output.real(), output.imaginary()};
  }

  private void slope(double[] at, double[] into) {
    double x = at[0];
    double y = at[1];
    double u = at[2];
    double v = at[3];
    into[0] = 2 * rate * (u * x + v * y);
    into[1] = 2 * rate * (v * x - u * y);
    into[2] = rate * (x * x - y * y);
    into[3] = 2 * rate * x * y;
  }

  /// One step of Euler's, as a training step of this rate takes it.
  public void euler(double time) {
    slope(state, slopes[0]);
    for (int i = 0; i < 4; i++) {
      state[i] += time * slopes[0][i];
    }
  }

  /// One step of Runge and Kutta's fourth order.
  public void rungeKutta(double time) {
    slope(state, slopes[0]);
    stage(0.5 * time, slopes[0], slopes[1]);
    stage(0.5 * time, slopes[1], slopes[2]);
    stage(time, slopes[2], slopes[3]);
    for (int i = 0; i < 4; i++) {
      double sum = slopes[0][i] + 2 * slopes[1][i] + 2 * slopes[2][i] + slopes[3][i];
      state[i] += time / 6 * sum;
    }
  }

  private void stage(double time, double[] along, double[] into) {
    for (int i = 0; i < 4; i++) {
      between[i] = state[i] + time * along[i];
    }
    slope(between, into);
  }

  /// alpha.
  public double inputAmplitude() {
    return Math.sqrt(state[0] * state[0] + state[1] * state[1]);
  }

  /// beta.
  public double outputAmplitude() {
    return Math.sqrt(state[2] * state[2] + state[3] * state[3]);
  }

  /// D in [-pi, pi).
  public double misalignment() {
    return Wave.wrapped(
        2 * StrictMath.atan2(state[1], state[0]) - StrictMath.atan2(state[3], state[2]));
  }

  /// alpha^2 - 2 beta^2, which the flow keeps.
  public double magnitudeInvariant() {
    double in = state[0] * state[0] + state[1] * state[1];
    return in - 2 * (state[2] * state[2] + state[3] * state[3]);
  }

  /// alpha^2 beta sin D, which the flow keeps.
  public double phaseInvariant() {
    double real = state[0] * state[0] - state[1] * state[1];
    double imaginary = 2 * state[0] * state[1];
    return imaginary * state[2] - real * state[3];
  }

  /// Which frequency wins a neuron: the flows run side by side until one is ten times as large as
  /// all were at first. Equals go to the lowest.
  ///
  /// @param inputs the input waves, a frequency each
  /// @param outputs the output waves at the same frequencies
  /// @return the index of the winner
  public static int winner(double rate, Wave[] inputs, Wave[] outputs) {
    if (inputs.length == 0 || inputs.length != outputs.length) {
      throw new IllegalArgumentException(
          "waves must be as many in both layers and at least 1, was %d and %d"
              .formatted(inputs.length, outputs.length));
    }
    DecoupledFlow[] flows = new DecoupledFlow[inputs.length];
    double size = 0;
    for (int i = 0; i < flows.length; i++) {
      flows[i] = new DecoupledFlow(rate, inputs[i], outputs[i]);
      size = Math.max(size, flows[i].size());
    }
    double end = 10 * size;
    for (int step = 0; step < 1_000_000; step++) {
      double now = 0;
      int first = 0;
      for (int i = 0; i < flows.length; i++) {
        if (flows[i].size() > now) {
          now = flows[i].size();
          first = i;
        }
      }
      if (now >= end || now == 0) {
        return first;
      }
      double time = 0.05 / (rate * now);
      for (DecoupledFlow flow : flows) {
        flow.rungeKutta(time);
      }
    }
    throw new IllegalStateException("no frequency grew tenfold in 1000000 steps");
  }

  private double size() {
    return Math.max(inputAmplitude(), outputAmplitude());
  }
}
