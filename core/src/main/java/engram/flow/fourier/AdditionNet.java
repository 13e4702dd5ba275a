// SPDX-License-Identifier: Apache-2.0
package engram.flow.fourier;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.array.Precision;
import engram.autodiff.array.Values;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;

/// A network of two layers without biases that maps a pair of integers modulo p to p logits:
///
///     f(x, y)[j] = sum_m xi_m[j] response(theta_m[x] + theta_m[y])
///
/// Weights are the parameters `theta`, p x M, and `xi`, M x p.
@FromPaper(value = "modular-addition", at = "model")
public final class AdditionNet {
  private static final String THETA = "theta";
  private static final String XI = "xi";

  private final int modulus;
  private final NetSettings settings;
  private final Parameters parameters;

  private AdditionNet(int modulus, NetSettings settings, Parameters parameters) {
    this.modulus = modulus;
    this.settings = settings;
    this.parameters = parameters;
  }

  /// A network at its start.
  ///
  /// @param modulus p, odd and at least 3
  public static AdditionNet of(
      int modulus, NetSettings settings, Precision precision, Seeds seeds) {
    FourierBasis basis = new FourierBasis(modulus);
    int neurons = settings.neurons();
    double[] theta = new double[neurons * modulus];
    double[] xi = new double[neurons * modulus];
    RandomStream stream = seeds.stream("weights");
    switch (settings.start()) {
      case RANDOM -> {
        stream.fillGaussian(theta, settings.scale() / Math.sqrt(modulus));
        stream.fillGaussian(xi, settings.scale() / Math.sqrt(modulus));
      }
      case SINGLE_FREQUENCY -> {
        for (int m = 0; m < neurons; m++) {
          int frequency = 1 + m % basis.frequencies();
          basis.add(drawn(frequency, settings.scale(), stream), theta, m * modulus);
          basis.add(drawn(frequency, settings.scale(), stream), xi, m * modulus);
        }
      }
      case EQUAL_WAVES -> {
        double amplitude = 2 * settings.scale() / modulus;
        for (int i = 0; i < neurons * basis.frequencies(); i++) {
          int frequency = 1 + i % basis.frequencies();
          int at = i / basis.frequencies() * modulus;
          basis.add(drawn(frequency, amplitude, stream), theta, at);
          basis.add(drawn(frequency, amplitude, stream), xi, at);
        }
      }
    }
    return of(modulus, settings, precision, theta, xi);
  }

  private static Wave drawn(int frequency, double amplitude, RandomStream stream) {
    return new Wave(frequency, amplitude, Math.PI * (2 * stream.nextDouble() - 1));
  }

  /// A network with given weights.
  ///
  /// @param theta M x p, a row a neuron
  /// @param xi M x p, a row a neuron
  public static AdditionNet of(
      int modulus, NetSettings settings, Precision precision, double[] theta, double[] xi) {
    int neurons = settings.neurons();
    Parameters parameters = new Parameters(precision);
    Values inputs = parameters.add(THETA, modulus, neurons);
    Values outputs = parameters.add(XI, neurons, modulus);
    for (int m = 0; m < neurons; m++) {
      for (int j = 0; j < modulus; j++) {
        inputs.set(j * neurons + m, theta[m * modulus + j]);
      }
    }
    outputs.round(xi);
    return new AdditionNet(modulus, settings, parameters);
  }

  /// Its modulus p.
  public int modulus() {
    return modulus;
  }

  /// How it was made.
  public NetSettings settings() {
    return settings;
  }

  /// Its weights, to be trained in place.
  public Parameters parameters() {
    return parameters;
  }

  /// The logits of rows of inputs e_x + e_y.
  ///
  /// @param inputs rows x p, of a graph over [#parameters]
  /// @return rows x p
  public Node logits(Node inputs, Response response) {
    Graph graph = inputs.graph();
    Node hidden = inputs.product(graph.parameter(THETA));
    return response.of(hidden).product(graph.parameter(XI));
  }

  /// The input weights, a row a neuron: M x p.
  public double[] inputWeights() {
    Values theta = parameters.values(THETA);
    int neurons = settings.neurons();
    double[] rows = new double[neurons * modulus];
    for (int m = 0; m < neurons; m++) {
      for (int j = 0; j < modulus; j++) {
        rows[m * modulus + j] = theta.get(j * neurons + m);
      }
    }
    return rows;
  }

  /// The output weights, a row a neuron: M x p.
  public double[] outputWeights() {
    return parameters.values(XI).toDoubles();
  }

  /// The waves that its weights are made of.
  public WaveSpectrum spectrum() {
    return WaveSpectrum.of(new FourierBasis(modulus), inputWeights(), outputWeights());
  }

  /// The Euclidean norm of all weights.
  public double norm() {
    double squares = 0;
    for (double w : inputWeights()) {
      squares += w * w;
    }
    for (double w : outputWeights()) {
      squares += w * w;
    }
    return Math.sqrt(squares);
  }
}
