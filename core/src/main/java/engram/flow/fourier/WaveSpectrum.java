// SPDX-License-Identifier: Apache-2.0
package engram.flow.fourier;

import engram.kernel.Doubles;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.List;

/// The waves that the first and last weights of a network are made of, whose inputs and outputs are
/// the integers modulo p. A neuron's frequency is the largest of its input weights, the mean left
/// out; equals go to the lowest.
///
/// @param modulus p
/// @param neurons one after the other
@FromPaper(value = "modular-addition", at = "measures")
public record WaveSpectrum(int modulus, List<Neuron> neurons) {
  /// One neuron.
  ///
  /// @param input its input weights' largest wave: amplitude alpha, phase phi
  /// @param output its output weights' wave at the same frequency: amplitude beta, phase psi
  /// @param outputFrequency the largest frequency of its output weights
  /// @param inputRatio the inverse participation ratio of its input weights, see
  ///   [#participationRatio]
  /// @param outputRatio that of its output weights
  /// @param elsewhere the share of both weights' squares that lies at other frequencies, the mean
  ///   included
  public record Neuron(
      Wave input,
      Wave output,
      int outputFrequency,
      double inputRatio,
      double outputRatio,
      double elsewhere) {
    /// D = 2 phi - psi in [-pi, pi): 0 where the output phase is locked to twice the input phase.
    public double misalignment() {
      return Wave.wrapped(2 * input.phase() - output.phase());
    }
  }

  /// Copies the list.
  public WaveSpectrum {
    neurons = List.copyOf(neurons);
  }

  /// Reads weights.
  ///
  /// @param inputs M x p, a row a neuron
  /// @param outputs M x p, a row a neuron
  /// @throws IllegalArgumentException if sizes do not fit or a weight is not finite
  public static WaveSpectrum of(FourierBasis basis, double[] inputs, double[] outputs) {
    int p = basis.modulus();
    if (inputs.length == 0 || inputs.length % p != 0 || outputs.length != inputs.length) {
      throw new IllegalArgumentException(
          "weights must be as many rows of %d in both layers, was %d and %d numbers"
              .formatted(p, inputs.length, outputs.length));
    }
    requireFinite(inputs);
    requireFinite(outputs);
    int count = inputs.length / p;
    double[] in = basis.coefficients(inputs, count);
    double[] out = basis.coefficients(outputs, count);
    List<Neuron> neurons = new ArrayList<>(count);
    for (int m = 0; m < count; m++) {
      int k = largest(basis, in, m);
      double own = basis.power(in, m, k) + basis.power(out, m, k);
      double all = squares(in, m * p, p) + squares(out, m * p, p);
      neurons.add(
          new Neuron(
              basis.wave(in, m, k),
              basis.wave(out, m, k),
              largest(basis, out, m),
              ratio(basis, in, m),
              ratio(basis, out, m),
              all > 0 ? 1 - own / all : 0));
    }
    return new WaveSpectrum(p, neurons);
  }

  private static void requireFinite(double[] weights) {
    for (double w : weights) {
      if (!Double.isFinite(w)) {
        throw new IllegalArgumentException("weights must be finite, was " + w);
      }
    }
  }

  private static double squares(double[] x, int at, int n) {
    return Doubles.dot(x, at, x, at, n);
  }

  private static int largest(FourierBasis basis, double[] coefficients, int row) {
    int best = 1;
    for (int k = 2; k <= basis.frequencies(); k++) {
      if (basis.power(coefficients, row, k) > basis.power(coefficients, row, best)) {
        best = k;
      }
    }
    return best;
  }

  private static double ratio(FourierBasis basis, double[] coefficients, int row) {
    double sum = 0;
    double squares = 0;
    for (int k = 1; k <= basis.frequencies(); k++) {
      double power = basis.power(coefficients, row, k);
      sum += power;
      squares += power * power;
    }
    return sum > 0 ? squares / (sum * sum) : 1.0 / basis.frequencies();
  }

  /// The inverse participation ratio `sum_k A_k^4 / (sum_k A_k^2)^2`, mean over neurons and layers:
  /// 1 where each has a single frequency, 2 / (K + 1) about for random weights and K frequencies.
  public double participationRatio() {
    return mean(n -> (n.inputRatio() + n.outputRatio()) / 2);
  }

  /// The share of neurons whose layers have the same largest frequency.
  public double sameFrequency() {
    return mean(n -> n.outputFrequency() == n.input().frequency() ? 1 : 0);
  }

  /// The mean of |sin D|: 0 where phases are locked, 2 / pi where they are random.
  public double unlocked() {
    return mean(n -> Math.abs(Doubles.sin(n.misalignment())));
  }

  /// The mean of |sin D|, each neuron with its amplitude alpha^2 beta as weight: neurons that say
  /// nothing do not count.
  public double weightedUnlocked() {
    double sum = 0;
    double weights = 0;
    for (Neuron n : neurons) {
      double weight = n.input().amplitude() * n.input().amplitude() * n.output().amplitude();
      sum += weight * Math.abs(Doubles.sin(n.misalignment()));
      weights += weight;
    }
    return weights > 0 ? sum / weights : 0;
  }

  /// The mean share of squared weights outside a neuron's own frequency.
  public double elsewhere() {
    return mean(Neuron::elsewhere);
  }

  /// How many neurons have each frequency, from 1.
  public int[] counts() {
    int[] counts = new int[(modulus - 1) / 2];
    for (Neuron n : neurons) {
      counts[n.input().frequency() - 1]++;
    }
    return counts;
  }

  /// `|mean e^(i times phi)|` over the neurons of a frequency: 0 where their phases are spread
  /// evenly; 0 where there is none.
  ///
  /// @param times 1 to 4 in the theory: the sums of 2 and 4 must vanish
  public double phaseSymmetry(int frequency, int times) {
    double real = 0;
    double imaginary = 0;
    int count = 0;
    for (Neuron n : neurons) {
      if (n.input().frequency() == frequency) {
        real += Doubles.cos(times * n.input().phase());
        imaginary += Doubles.sin(times * n.input().phase());
        count++;
      }
    }
    return count == 0 ? 0 : Math.sqrt(real * real + imaginary * imaginary) / count;
  }

  private interface Reading {
    double of(Neuron neuron);
  }

  private double mean(Reading reading) {
    double sum = 0;
    for (Neuron n : neurons) {
      sum += reading.of(n);
    }
    return neurons.isEmpty() ? 0 : sum / neurons.size();
  }
}
